"""The editors' side: nothing asked from elsewhere, previews, comments, the accessibility check."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from . import editing
from .served import Served
from .visits import listen

pytestmark = [pytest.mark.browser, pytest.mark.whatever_the_database]

WORKSPACE = (
    "/admin/",
    "/admin/pages/",
    "/admin/images/",
    "/admin/documents/",
    "/admin/account/",
    "/admin/reports/site-history/",
    "/admin/snippets/community/organisation/",
    "/admin/snippets/home/menu/",
)


@pytest.fixture
def watched(editor: Page, served: Served) -> Iterator[Page]:
    """An editor whose browser may ask nothing from another site, and complain of nothing."""
    asked: list[str] = []
    complaints: list[str] = []
    editor.on("request", lambda request: asked.append(request.url))
    listen(editor, complaints)
    yield editor
    ours = (served.url, "data:", "blob:", "about:")
    assert [url for url in asked if not url.startswith(ours)] == []
    assert complaints == []


@pytest.mark.parametrize("path", WORKSPACE)
def test_the_workspace_opens(watched: Page, path: str) -> None:
    answer = watched.goto(path)
    assert answer is not None
    assert answer.status == 200
    assert watched.url.endswith(path)
    expect(watched.locator("main h1, main h2").first).to_be_visible()


# That each type has a preview is tested without a browser.
@pytest.mark.parametrize("kind", ["home.HomePage", "defis.DefiIndexPage", "methods.MethodPage"])
def test_preview(watched: Page, served: Served, kind: str) -> None:
    watched.goto(served.edit_path(kind))
    shown = editing.preview(watched)
    title = shown.get_by_role("heading", level=1)
    expect(title).not_to_be_empty()
    # The preview comes with the style of the site, not with a bare page.
    expect(shown.locator("link[rel=stylesheet]")).not_to_have_count(0)
    if kind != "home.HomePage":
        expect(title).to_have_text(watched.input_value("[name=title]"))


def test_comments(watched: Page, served: Served) -> None:
    watched.goto(served.edit_path("defis.DefiPage"))
    watched.locator("[data-side-panel-toggle=comments]").click()
    expect(watched.locator("[data-side-panel=comments]")).to_be_visible()
    watched.locator("[data-contentpath=summary] .w-field__comment-button--add").click()
    comment = watched.locator("#comments textarea:visible")
    expect(comment).to_be_focused()


def test_checks_beside_the_form(watched: Page, served: Served) -> None:
    watched.goto(served.edit_path("defis.DefiPage"))
    editing.preview(watched)
    watched.locator("[data-side-panel-toggle=checks]").click()
    panel = watched.locator("[data-side-panel=checks]")
    expect(panel.locator("[data-content-word-count]")).to_have_text(re.compile(r"\d"))
    expect(panel.locator("[data-content-checker-count]")).to_have_text("0")


@pytest.mark.parametrize("kind", ["home.HomePage", "defis.DefiIndexPage", "defis.DefiPage"])
def test_the_bar_of_editors_checks_the_page(watched: Page, served: Served, kind: str) -> None:
    watched.goto(served.path(kind))
    bar = watched.locator("wagtail-userbar")
    bar.locator("#wagtail-userbar-trigger").click()
    found = bar.locator("#checker-trigger [data-content-checker-count]")
    expect(found).to_be_visible()
    expect(found).to_have_text("0")
    expect(bar.locator(f"a[href$='{served.edit_path(kind)}']")).to_be_visible()


def test_citing_asks_for_the_page_in_the_same_window(watched: Page, served: Served) -> None:
    watched.goto(served.edit_path("methods.MethodPage"))
    text = watched.locator("[data-contentpath=body] [contenteditable=true]").first
    text.click()
    expect(text).to_be_focused()
    watched.keyboard.press("Control+End")
    watched.keyboard.type(" /cit")
    watched.get_by_role("option", name="Citer une référence").click()
    window = watched.locator(".modal.in")
    window.locator("tbody a.choose-page").first.click()
    expect(window.locator("#locator")).to_be_focused()
    watched.keyboard.type("p. 12")
    watched.keyboard.press("Enter")
    expect(window).to_have_count(0)
    expect(text).to_contain_text(", p. 12]")


def test_block_picker(watched: Page, served: Served) -> None:
    watched.goto(served.edit_path("home.ContentPage"))
    watched.locator("[data-contentpath=body] .c-sf-add-button").first.click()
    rows = watched.locator(".w-combobox__option-row")
    expect(rows).not_to_have_count(0)
    empty = []
    for row in rows.all():
        row.get_by_role("button").click()
        shown = watched.frame_locator(".w-combobox-preview__iframe").locator("main")
        try:
            expect(shown.locator(":is(h2, p, img, a, figcaption)").first).to_be_visible()
        except AssertionError:
            empty.append(row.inner_text())
    assert not empty
