"""The accessibility rules that a machine can check, on every kind of public page."""

import pytest
from playwright.sync_api import Page

from . import axe
from .addresses import KINDS, path_to
from .served import Served
from .windows import DESKTOP, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.whatever_the_database]


def test_axe_knows_the_rules_of_the_rgaa(reader: Page) -> None:
    reader.goto("/")
    found = axe.run(reader, "RGAAv4")
    applied = sum(len(found[answer]) for answer in ("violations", "passes", "inapplicable"))
    assert applied > 50


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page(reader: Page, served: Served, kind: str) -> None:
    reader.emulate_media(color_scheme="light")
    reader.set_viewport_size(DESKTOP)
    reader.goto(path_to(kind, served))
    found = {"desktop": axe.violations(reader, *axe.TAGS)}
    # The other rules ask nothing of the width nor of the theme.
    reader.set_viewport_size(PHONE)
    reader.emulate_media(color_scheme="dark")
    found["phone, dark"] = axe.violations(reader, *axe.WIDTH)
    assert not any(found.values()), found


@pytest.mark.parametrize("colour_scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["home.HomePage", "defis.DefiIndexPage", "defis.DefiPage"])
def test_everything_unfolded(reader: Page, served: Served, kind: str, colour_scheme: str) -> None:
    reader.emulate_media(color_scheme=colour_scheme)
    reader.set_viewport_size(PHONE)
    reader.goto(path_to(kind, served))
    for summary in reader.locator("details:not([open]) > summary").all():
        if summary.is_visible():
            summary.click()
    assert axe.violations(reader, *axe.TAGS) == []
