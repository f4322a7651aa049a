"""Planning in the administration, in place and without a mouse."""

import pytest
from playwright.sync_api import Page, expect

from .visits import listen

pytestmark = [pytest.mark.browser, pytest.mark.whatever_the_database]

TITLE = "Atelier sans souris"


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what ``selector`` finds has the focus."""
    wanted = page.locator(selector)
    for _ in range(80):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{selector} is not reached")


def test_a_session_is_added_in_place_by_keyboard_alone_and_published(
    editor: Page, visitor: Page
) -> None:
    complaints: list[str] = []
    listen(editor, complaints)
    editor.goto("/admin/programmes/")
    # The latest editions come first: another test may have made one that has a Rennes too.
    editor.locator("main").get_by_role("link", name="Rennes", exact=True).last.press("Enter")
    tab_to(editor, "#add")
    dialog = editor.get_by_role("dialog")
    title = dialog.locator("[name=title]")
    editor.keyboard.press("Enter")
    expect(title).to_be_focused()
    editor.keyboard.type("Atelier")
    editor.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(editor.locator("#add")).to_be_focused()
    # What was typed before a mistaken Escape is still there.
    editor.keyboard.press("Enter")
    expect(title).to_have_value("Atelier")
    title.fill(TITLE)
    dialog.locator("[name=start]").fill("20:00")
    dialog.locator("[name=end]").fill("19:00")
    title.press("Enter")
    end = dialog.locator("[name=end]")
    expect(end).to_be_focused()
    expect(end).to_have_attribute("aria-invalid", "true")
    expect(title).to_have_value(TITLE)
    end.fill("21:30")
    end.press("Enter")
    expect(dialog).to_be_hidden()
    made = editor.get_by_role("link", name=TITLE)
    expect(made).to_be_focused()
    editor.keyboard.press("ArrowLeft")
    expect(editor.locator("td a:focus")).not_to_have_text(TITLE)
    editor.keyboard.press("ArrowRight")
    expect(made).to_be_focused()
    # Removed by mistake, and back.
    editor.keyboard.press("Enter")
    dialog.locator("a[href$='/retirer/']").press("Enter")
    expect(dialog.locator("button.serious")).to_be_focused()
    editor.keyboard.press("Enter")
    expect(editor.locator("#removed")).to_be_focused()
    editor.locator("#removed button").press("Enter")
    expect(made).to_be_visible()
    address = "/editions/2018/rennes/programme/"
    visitor.goto(address)
    expect(visitor.locator("main")).not_to_contain_text(TITLE)
    editor.locator("#publish").press("Enter")
    expect(editor.locator("main")).to_contain_text(TITLE)
    editor.locator("main form button[type=submit]").press("Enter")
    expect(editor.locator(".messages .success")).to_be_visible()
    visitor.reload()
    expect(visitor.locator("main")).to_contain_text(TITLE)
    assert complaints == []
