"""A new edition on thirteen sites, a plenary for all, and somebody who coordinates one of them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from . import editing

pytestmark = [pytest.mark.browser, pytest.mark.whatever_the_database]

#: Clicks, fields and pastes, from the page of last year’s edition on: 12 measured, and a few more.
#: At ten seconds each, they make two minutes.
MOST_ACTIONS = 16

TABLE = """Région\tVille\tFuseau horaire\tCoordination
Bretagne\tRennes\t\trennes@maillage.example
Île-de-France\tParis
Île-de-France\tPantin
Auvergne-Rhône-Alpes\tLyon
Hauts-de-France\tAmiens
Guadeloupe\tPointe-à-Pitre
Nouvelle-Calédonie\tNouméa\theure de Nouméa
Normandie\tLe Havre
"""


class Hand:
    """Does as an editor does, and counts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions = 0

    def click(self, selector: str) -> None:
        """Click on what is there, and wait for the page that comes."""
        self.actions += 1
        self.page.locator(f"{selector} >> visible=true").first.click()
        self.page.wait_for_load_state()

    def fill(self, name: str, value: str) -> None:
        """Type or paste into a field."""
        self.actions += 1
        self.page.fill(f"[name={name}]", value)


def test_a_new_edition_with_thirteen_sites_in_a_few_actions(
    editor: Page, signed_in: Callable[[str], Page]
) -> None:
    hand = Hand(editor)
    editing.explore(editor, "Maillage", "Éditions", "3e Université européenne")
    editor.wait_for_load_state()
    old = editor.url.rstrip("/").split("/")[-1]
    hand.click("header button[aria-haspopup], header .w-dropdown__toggle")
    hand.click(f"a[href='/admin/editions/{old}/suivante/']")
    hand.fill("title", "5e Université de l’innovation publique")
    hand.fill("table", TABLE)
    hand.click("main form button[type=submit]")
    expect(editor.locator("#clone-preview")).to_contain_text("13")
    hand.click("[name=confirm]")
    editor.wait_for_url("**/avant-publication/")
    new = editor.url.split("/")[-3]

    # A shared plenary, typed once, on the page of all the sites.
    hand.click(f"a[href='/admin/programmes/edition/{new}/']")
    hand.click(f"a[href^='/admin/programmes/edition/{new}/ajouter/']")
    hand.fill("title", "Plénière d’ouverture, treize sites")
    hand.fill("start", "14:30")
    hand.fill("end", "15:45")
    hand.click("[data-planning-form] form button.button[type=submit]")
    expect(editor.locator("main")).to_contain_text("Plénière d’ouverture, treize sites")
    assert hand.actions <= MOST_ACTIONS

    # The one who coordinates Rennes edits hers, and hers alone.
    editor.goto(f"/admin/editions/{new}/avant-publication/")
    sites = editor.locator("main section h2 a").evaluate_all(
        "links => links.map(link => [link.textContent.trim(), link.getAttribute('href')])"
    )
    assert len(sites) == 1 + 13
    edited = dict(sites)
    sacha = signed_in("campus")
    answer = sacha.goto(edited["Rennes"])
    assert answer is not None
    assert sacha.url.endswith(edited["Rennes"])
    for other in ("Lyon", "Nouméa", sites[0][0]):
        sacha.goto(edited[other])
        assert not sacha.url.endswith(edited[other])

    # Rennes was changed by nobody, the programme was: what was made stays.
    editor.goto(f"/admin/editions/{new}/defaire/")
    expect(editor.get_by_role("alert").last).to_be_visible()
