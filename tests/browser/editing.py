"""What editors do in the administration, as they do it: with clicks, choosers and the keyboard."""

import re

from playwright.sync_api import FrameLocator, Locator, Page, expect

# Wagtail learns what the form holds two seconds after it opened, then saves what has changed since.
FORM = """() => window.wagtail?.app?.getControllerForElementAndIdentifier(
  document.querySelector("[data-edit-form]"), "w-unsaved")"""
KNOWN = f"() => Boolean(({FORM})()?.initialFormData)"
SAVED = f"() => ({FORM})().initialFormData === ({FORM})().formData"


def explore(page: Page, *titles: str) -> None:
    """Go down the explorer from its top, through the pages called ``titles``."""
    page.goto("/admin/pages/")
    for title in titles:
        # The French home page comes before its twins in other languages, or after.
        page.get_by_role("link", name=re.compile(rf"Explorer .*{re.escape(title)}")).last.click()


def begin_below(page: Page) -> None:
    """Begin a page below the one that the explorer shows."""
    page.locator("header").get_by_role("link", name="Ajouter une sous-page").click()
    editable(page)


def editable(page: Page) -> None:
    """Wait until the form is ready for what is typed."""
    page.wait_for_function(KNOWN)


def saved(page: Page) -> None:
    """Wait until Wagtail has saved by itself all that was typed."""
    page.wait_for_url("**/edit/")
    page.wait_for_function(SAVED)


def add_row(page: Page, rows: str) -> str:
    """Add a row, such as a porteur; return what the names of its fields begin with."""
    number = int(page.input_value(f"[name={rows}-TOTAL_FORMS]"))
    page.locator(f"#id_{rows}-ADD").click()
    return f"{rows}-{number}"


def choose(page: Page, field: str, words: str, title: str, beside: str = "") -> None:
    """Choose the page or snippet called ``title`` for ``field``, after a search for ``words``.

    ``beside`` is another word of its line, when several are called so.
    """
    page.locator(f"#id_{field}-chooser [data-chooser-action-choose]:visible").click()
    window = page.locator(".modal.in")
    window.locator("[name=q]").fill(words)
    line = window.locator("tbody tr", has_text=beside)
    line.get_by_role("link", name=title, exact=True).click()
    expect(page.locator(f"#id_{field}-title")).to_have_text(title)


def add_block(page: Page, stream: str, kind: str = "") -> Locator:
    """Add a block at the end of a stream, of the ``kind`` picked when there are several."""
    page.locator(f"[data-contentpath={stream}] .c-sf-add-button").last.click()
    if kind:
        page.get_by_role("option", name=kind, exact=True).click()
    return page.locator(f"[data-contentpath={stream}] [data-streamfield-child]").last


def write(page: Page, block: Locator, words: str) -> None:
    """Type ``words`` in the editor of a block of text, as somebody who sees what is written."""
    area = block.locator("[contenteditable=true]")
    area.click()
    expect(area).to_be_focused()
    page.keyboard.type(words)
    expect(area).to_contain_text(words)


def act(page: Page, action: str) -> None:
    """Do one of the actions of the menu beside « Enregistrer », named by its selector."""
    page.locator("footer .w-dropdown__toggle").click()
    page.locator(f"footer {action}").first.click()


def preview(page: Page) -> FrameLocator:
    """Open the preview beside the form; return what it shows."""
    frame = page.locator("#w-preview-iframe")
    if not frame.is_visible():
        page.locator("[data-side-panel-toggle=preview]").click()
    expect(frame).to_be_visible()
    return page.frame_locator("#w-preview-iframe")
