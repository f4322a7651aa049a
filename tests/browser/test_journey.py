"""The journey for which the site was made: an editor, a porteur, a coordinator, a passer-by."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from . import editing
from .listing import count_beside, titles
from .served import Served

# They pass on PostgreSQL too; continuous integration has no time to fill a second site there.
pytestmark = [pytest.mark.browser, pytest.mark.whatever_the_database]

QUESTION = "Comment partager l’écluse entre pêcheurs et plaisanciers ?"
FOLLOW_UP = "Le local est fermé pour travaux"

SITE = "input[name=site][value=rennes]"
KIND = "input[name=porteur][value=commune]"
SPREAD = "input[name=etat][value=spread]"
PAUSED = "input[name=etat][value=paused]"


def write_defi(page: Page) -> None:
    """Fill the form of a new défi as an editor would."""
    page.fill("[name=title]", QUESTION)
    page.fill("[name=number]", "27")
    page.fill("[name=summary]", "Une écluse, deux usages, un seul éclusier.")
    row = editing.add_row(page, "porteurs")
    editing.choose(page, f"{row}-organisation", "etel", "Commune d’Étel")
    row = editing.add_row(page, "territories")
    editing.choose(page, f"{row}-territory", "etel", "Étel")
    # Another test may have made a Rennes of another year.
    editing.choose(page, "campus", "rennes", "Rennes", beside="3e Université")
    stakes = editing.add_block(page, "stakes", "Texte")
    editing.write(page, stakes, "L’attente décourage tout le monde.")
    editing.add_block(page, "stakeholders").locator("input[type=text]").fill("L’éclusier")
    row = editing.add_row(page, "obstacles")
    page.fill(f"[name={row}-text]", "Les horaires des marées")


def test_a_defi_from_the_explorer_to_the_phone(
    editor: Page, visitor: Page, phone: Page, served: Served
) -> None:
    index = served.path("defis.DefiIndexPage")
    visitor.goto(index)
    before = {box: count_beside(visitor, box) for box in (SITE, KIND)}

    editing.explore(editor, "Maillage", "Défis")
    editing.begin_below(editor)
    write_defi(editor)
    editing.saved(editor)
    shown = editing.preview(editor)
    expect(shown.get_by_role("heading", level=1)).to_have_text(QUESTION)
    for words in ("27", "Commune d’Étel", "décourage", "L’éclusier", "Les horaires des marées"):
        expect(shown.get_by_role("main")).to_contain_text(words)
    visitor.reload()
    assert QUESTION not in titles(visitor), "A draft is in the list"

    editing.act(editor, "[name=action-publish]")
    expect(editor.locator(".messages .success")).to_contain_text("publiée")

    visitor.reload()
    assert QUESTION in titles(visitor)
    for box, number in before.items():
        assert count_beside(visitor, box) == number + 1
    visitor.goto(f"{index}?q=pecheurs+ecluse")
    assert titles(visitor) == [QUESTION]
    visitor.goto("/recherche/?q=pecheurs+ecluse")
    visitor.get_by_role("link", name=QUESTION).click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text(QUESTION)
    # An address that people can read aloud, and that no mail program cuts.
    assert re.fullmatch(rf"{served.url}{index}[a-z0-9-]+/", visitor.url)

    phone.goto("/")
    expect(phone.get_by_role("link", name=QUESTION)).to_be_visible()
    phone.locator(f"main a[href='{index}']").first.tap()
    phone.get_by_role("link", name=QUESTION).tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text(QUESTION)


def write_follow_up(page: Page) -> None:
    """Tell what became of the défi, as its porteur would."""
    page.fill("[name=title]", FOLLOW_UP)
    page.select_option("[name=state]", "paused")
    page.fill("[name=learnt]", "Il fallait prévenir les voisins plus tôt.")
    story = editing.add_block(page, "body", "Texte")
    editing.write(page, story, "La charpente doit être refaite.")


def status(page: Page, path: str) -> int:
    """Open ``path`` and return the status of the answer."""
    answer = page.goto(path)
    assert answer is not None
    return answer.status


def test_a_follow_up_from_the_porteur_to_the_timeline(
    signed_in: Callable[[str], Page], visitor: Page, served: Served
) -> None:
    index, defi = served.path("defis.DefiIndexPage"), served.path("defis.DefiPage")
    visitor.goto(index)
    spread, paused = count_beside(visitor, SPREAD), count_beside(visitor, PAUSED)

    porteur = signed_in("porteur")
    porteur.goto("/admin/")
    porteur.get_by_role("link", name="Défis", exact=True).click()
    rows = porteur.locator("table.listing tbody tr")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("La Glacière")
    # The explorer opens on the one page below which this person may write.
    porteur.goto("/admin/pages/")
    editing.begin_below(porteur)
    write_follow_up(porteur)
    editing.saved(porteur)
    address = f"{defi}{porteur.input_value('[name=slug]')}/"
    editing.act(porteur, "[name=action-submit]")
    expect(porteur.locator(".messages .success")).to_contain_text("modération")

    visitor.goto(defi)
    expect(visitor.get_by_role("main")).not_to_contain_text(FOLLOW_UP)
    assert status(visitor, address) == 404
    visitor.goto("/recherche/?q=charpente")
    expect(visitor.get_by_role("link", name=FOLLOW_UP)).to_have_count(0)

    coordinator = signed_in("coordinator")
    coordinator.goto("/admin/")
    coordinator.locator("main").get_by_role("link", name=FOLLOW_UP).click()
    expect(editing.preview(coordinator).get_by_role("main")).to_contain_text("charpente")
    editing.act(coordinator, "[data-workflow-action-name=approve]")
    expect(coordinator.locator(".messages .success")).to_be_visible()

    assert status(visitor, address) == 200
    visitor.goto(defi)
    expect(visitor.locator("#after li").first).to_contain_text(FOLLOW_UP)
    expect(visitor.locator(".id-card")).to_have_class(re.compile("is-paused"))
    visitor.goto(index)
    assert count_beside(visitor, PAUSED) == paused + 1
    assert visitor.locator(f"label:has({SPREAD})").count() == (1 if spread > 1 else 0)
