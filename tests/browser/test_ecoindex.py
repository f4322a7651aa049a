"""The formula against values computed by hand from the published one."""

import pytest

from .ecoindex import grade, score

pytestmark = [pytest.mark.browser, pytest.mark.whatever_the_database]


@pytest.mark.parametrize(
    ("elements", "requests", "kilobytes", "points"),
    [(0, 0, 0, 100), (600, 40, 1024, 61), (693, 78, 2420, 44), (594_601, 3_920, 223_213, 0)],
)
def test_score(elements: int, requests: int, kilobytes: float, points: int) -> None:
    assert round(score(elements, requests, kilobytes)) == points


@pytest.mark.parametrize(("points", "letter"), [(81, "A"), (80, "B"), (56, "C"), (10, "G")])
def test_grade(points: int, letter: str) -> None:
    assert grade(points) == letter
