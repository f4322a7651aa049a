"""The accessibility rules that a machine can check, on every kind of public page."""

import pytest
from playwright.sync_api import Page

from . import axe
from .addresses import KINDS, path_to
from .conftest import DESKTOP, PHONE, Opener
from .served import Served

pytestmark = pytest.mark.browser

WINDOWS = {"desktop": DESKTOP, "phone": PHONE}

every_kind = pytest.mark.parametrize("kind", KINDS)
every_window = pytest.mark.parametrize("window", WINDOWS)


def test_axe_knows_the_rules_of_the_rgaa(visitor: Page) -> None:
    visitor.goto("/")
    found = axe.run(visitor, "RGAAv4")
    applied = sum(len(found[answer]) for answer in ("violations", "passes", "inapplicable"))
    assert applied > 50


@every_window
@every_kind
def test_light(opened: Opener, served: Served, kind: str, window: str) -> None:
    page = opened(viewport=WINDOWS[window]).new_page()
    page.goto(path_to(kind, served))
    assert axe.violations(page, *axe.TAGS) == []


@every_window
@every_kind
def test_colours_in_the_dark(opened: Opener, served: Served, kind: str, window: str) -> None:
    # The other rules ask nothing of the theme.
    page = opened(viewport=WINDOWS[window], color_scheme="dark").new_page()
    page.goto(path_to(kind, served))
    assert axe.violations(page, *axe.COLOURS) == []


@pytest.mark.parametrize("colour_scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["home.HomePage", "defis.DefiIndexPage", "defis.DefiPage"])
def test_everything_unfolded(opened: Opener, served: Served, kind: str, colour_scheme: str) -> None:
    page = opened(viewport=PHONE, color_scheme=colour_scheme).new_page()
    page.goto(path_to(kind, served))
    for summary in page.locator("details:not([open]) > summary").all():
        if summary.is_visible():
            summary.click()
    assert axe.violations(page, *axe.TAGS) == []
