"""The accessibility rules that a machine can check, on every kind of public page."""

import pytest
from playwright.sync_api import Page

from . import axe
from .addresses import KINDS, path_to
from .served import Served
from .windows import DESKTOP, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.whatever_the_database]

every_kind = pytest.mark.parametrize("kind", KINDS)


def test_axe_knows_the_rules_of_the_rgaa(reader: Page) -> None:
    reader.goto("/")
    found = axe.run(reader, "RGAAv4")
    applied = sum(len(found[answer]) for answer in ("violations", "passes", "inapplicable"))
    assert applied > 50


@every_kind
def test_light(reader: Page, served: Served, kind: str) -> None:
    assert look(reader, path_to(kind, served), "light", *axe.TAGS) == {"desktop": [], "phone": []}


@every_kind
def test_colours_in_the_dark(reader: Page, served: Served, kind: str) -> None:
    # The other rules ask nothing of the theme.
    assert look(reader, path_to(kind, served), "dark", *axe.COLOURS) == {
        "desktop": [],
        "phone": [],
    }


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


def look(page: Page, path: str, colour_scheme: str, *rules: str) -> dict[str, list[str]]:
    """Return what breaks the rules on the page at ``path``, at a desk and on a phone."""
    page.emulate_media(color_scheme=colour_scheme)
    page.goto(path)
    found = {}
    for name, window in (("desktop", DESKTOP), ("phone", PHONE)):
        page.set_viewport_size(window)
        found[name] = axe.violations(page, *rules)
    return found
