"""Pages fit: in 320 px, at 200 %, with spaced-out text, and on paper."""

import re

import pytest
from playwright.sync_api import Page, expect

from .addresses import KINDS, TYPES, path_to
from .layout import faults, space_out
from .served import Served
from .windows import DESKTOP

pytestmark = [pytest.mark.browser, pytest.mark.whatever_the_database]

NARROW = {"width": 320, "height": 640}
# What a window of 1,280 pixels leaves to a page that is shown twice as large.
ZOOMED = {"width": DESKTOP["width"] // 2, "height": DESKTOP["height"] // 2}


@pytest.mark.parametrize("kind", KINDS)
def test_reflow(reader: Page, served: Served, kind: str) -> None:
    reader.emulate_media(media="screen")
    reader.goto(path_to(kind, served))
    found = {}
    for window in (DESKTOP, ZOOMED, NARROW):
        reader.set_viewport_size(window)
        found[window["width"]] = faults(reader)
    space_out(reader)
    found["narrow and spaced out"] = faults(reader)
    reader.set_viewport_size(DESKTOP)
    found["wide and spaced out"] = faults(reader)
    assert not any(found.values()), found

    if kind in TYPES:
        on_paper(reader)


def on_paper(reader: Page) -> None:
    """Check that the page which is open prints, without what serves a screen only."""
    reader.emulate_media(media="print")
    expect(reader.get_by_role("heading", level=1)).to_be_visible()
    for furniture in reader.locator("nav, form, body > footer").all():
        expect(furniture).to_be_hidden()
    paper = reader.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", paper)) > 0
