"""The definition of a word beside it: by mouse, by keyboard, by finger, without a script."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from .served import Served
from .windows import Opener

pytestmark = [pytest.mark.browser, pytest.mark.whatever_the_database]

# A term whose text uses other terms.
PAGE = "/glossaire/parcours-amont/"


def first_term(page: Page) -> tuple[Locator, Locator]:
    """Open the page; return the first word that is explained there, and the definition's box."""
    page.goto(PAGE)
    return page.locator("a.term").first, page.locator(".definition")


def test_by_keyboard(visitor: Page) -> None:
    term, definition = first_term(visitor)
    expect(definition).to_be_hidden()
    term.focus()
    expect(definition).to_be_visible()
    words = term.get_attribute("data-definition")
    expect(definition).to_contain_text(words)
    expect(term).to_have_accessible_description(words)
    visitor.keyboard.press("Escape")
    expect(definition).to_be_hidden()
    expect(term).to_be_focused()
    # One stop for each term: the link in the box, which leads where the word does, is none.
    term.blur()
    term.focus()
    expect(definition).to_be_visible()
    visitor.keyboard.press("Tab")
    expect(term).not_to_be_focused()
    expect(definition).to_be_hidden()
    expect(definition.locator("a:focus")).to_have_count(0)
    term.focus()
    visitor.keyboard.press("Enter")
    visitor.wait_for_url(re.compile(r"/glossaire/(?!parcours-amont)"))


def test_by_mouse_it_stays_while_it_is_read(visitor: Page) -> None:
    term, definition = first_term(visitor)
    term.hover()
    expect(definition).to_be_visible()
    definition.hover()
    visitor.wait_for_function("() => new Promise(done => setTimeout(() => done(true), 400))")
    expect(definition).to_be_visible()
    visitor.mouse.move(0, 0)
    expect(definition).to_be_hidden()
    # On paper it is plain text.
    visitor.emulate_media(media="print")
    expect(term).to_have_css("text-decoration-line", "none")


def test_by_finger_the_first_tap_explains_and_the_second_leads(phone: Page) -> None:
    term, definition = first_term(phone)
    term.tap()
    expect(definition).to_be_visible()
    assert phone.url.endswith(PAGE)
    box = definition.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= phone.viewport_size["width"]
    phone.get_by_role("heading", level=1).tap()
    expect(definition).to_be_hidden()
    term.tap()
    term.tap()
    phone.wait_for_url(re.compile(r"/glossaire/(?!parcours-amont)"))


def test_without_a_script_it_is_a_link(opened: Opener, served: Served) -> None:
    page = opened(java_script_enabled=False).new_page()
    term, definition = first_term(page)
    expect(definition).to_have_count(0)
    term.click()
    page.wait_for_url(re.compile(r"/glossaire/(?!parcours-amont)"))


def test_letters_filter_without_leaving_the_page(visitor: Page) -> None:
    visitor.goto("/glossaire/")
    letter = visitor.get_by_role("navigation", name="Lettres").get_by_role(
        "link", name="E", exact=True
    )
    letter.click()
    expect(visitor).to_have_url(re.compile(r"\?lettre=e$"))
    expect(visitor.locator(".terms__letter")).to_have_text(["E"])
    expect(letter).to_be_focused()
