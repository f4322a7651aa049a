"""The booklet kept in the browser: nothing asked of the server but an address."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from .windows import Opener

pytestmark = [pytest.mark.browser, pytest.mark.whatever_the_database]

COUNT = "[data-booklet-count]"


def add(page: Page, method: str) -> None:
    page.goto(f"/methodes/{method}/")
    page.get_by_role("button", name="Ajouter au carnet").click()


def add_by_keyboard(page: Page, method: str) -> None:
    """Add, take away and add again: the focus stays on the button."""
    page.goto(f"/methodes/{method}/")
    page.get_by_role("button", name="Ajouter au carnet").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Retirer du carnet")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Ajouter au carnet")).to_be_focused()
    page.keyboard.press("Enter")


def titles(page: Page) -> Locator:
    return page.locator("ol.booklet h3")


def test_it_fills_from_page_to_page_and_leaves_no_cookie(visitor: Page) -> None:
    visitor.goto("/methodes/")
    expect(visitor.locator(COUNT)).to_be_hidden()
    add(visitor, "brise-glace")
    expect(visitor.get_by_role("status").filter(has_text="Ajouté au carnet")).to_be_attached()
    expect(visitor.get_by_role("button", name="Retirer du carnet")).to_be_visible()
    add_by_keyboard(visitor, "reflexivite")
    expect(visitor.locator(COUNT)).to_have_text(re.compile(r"Carnet\s*2"))
    visitor.locator(COUNT).click()
    expect(titles(visitor)).to_have_text(["Brise-glace", "Réflexivité"])
    expect(visitor.locator("[data-booklet-foreign]")).to_be_hidden()
    visitor.get_by_role("link", name="Descendre Brise-glace").click()
    visitor.get_by_label("Titre du carnet").fill("Demain")
    visitor.get_by_role("button", name="Donner ce titre").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Demain")
    visitor.goto("/carnet/")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Demain")
    expect(titles(visitor)).to_have_text(["Réflexivité", "Brise-glace"])
    assert visitor.context.cookies() == []


def test_another_s_booklet_replaces_mine_only_when_i_say_so(visitor: Page) -> None:
    add(visitor, "brise-glace")
    visitor.locator(COUNT).click()
    mine = visitor.url
    visitor.get_by_label("Des mots de son titre").fill("Réflexivité")
    visitor.locator("#add button").click()
    other = visitor.locator("#add .booklet a[data-booklet-link]").first.get_attribute("href")
    visitor.goto(other)
    foreign = visitor.locator("[data-booklet-foreign]")
    expect(foreign).to_be_visible()
    visitor.goto("/carnet/")
    expect(visitor).to_have_url(mine)
    visitor.goto(other)
    foreign.get_by_role("button").click()
    expect(foreign).to_be_hidden()
    expect(visitor.locator(COUNT)).to_have_text(re.compile(r"Carnet\s*2"))


def test_it_works_where_nothing_can_be_kept(opened: Opener) -> None:
    context = opened()
    context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw 1 } })")
    page = context.new_page()
    add(page, "brise-glace")
    expect(page).to_have_url(re.compile(r"/carnet/\?pages=\d+$"))
    expect(titles(page)).to_have_text(["Brise-glace"])
