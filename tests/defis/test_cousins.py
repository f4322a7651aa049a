"""Défis cousins: the nearest make sense, and nothing private is told or counted."""

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from defis.cousins.asking import near
from defis.cousins.index import Entry, Index
from defis.cousins.terms import plain, weigh
from defis.cousins.views import GUARD
from defis.models import DefiIndexPage, DefiPage
from tests.junk import JUNK, check
from tests.page_types import example
from tests.queries import queries

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

ADDRESS = "/defis/cousins/"
# What somebody who knows the fourteen défis of Rennes would say.
NEAR = {
    4: {13},  # services close to people, shared by several communes
    13: {4},
    7: {8},  # how people are received
    8: {7, 4},
    6: {9, 12},  # managers and working together
    9: {6, 12},
    12: {9},
    10: {11},  # citizens and the council
    11: {10},
    1: {14},  # ecological transition
}
ASKED = {
    "Comment mieux accueillir le public au guichet ?": {8, 7},
    "Faire remonter la parole des citoyens au conseil municipal": {11},
    "aller à l’école sans voiture": {14},
    "Inscription des enfants à la piscine": {3},
    "former et accompagner les managers": {9},
}


def entry(*words: str, pk: int = 1) -> Entry:
    return Entry(pk, weigh([(" ".join(words), 1.0)]), "testing")


def ask(client, text: str, **more: object) -> list[str]:
    return [one["title"] for one in client.get(ADDRESS, {"q": text, **more}).json()["cousins"]]


def of_rennes() -> dict[int, DefiPage]:
    pages = DefiPage.objects.live().filter(
        locale__language_code="fr", edition__slug="2018", campus__slug="rennes"
    )
    return {page.number: page for page in pages}


def test_the_nearest_are_those_that_people_would_name(asked, client):
    defis = of_rennes()
    numbers = {page.pk: number for number, page in defis.items()}
    request = asked()
    for number, expected in NEAR.items():
        found = [numbers[one.pk] for one in near(defis[number], request) if one.pk in numbers]
        assert expected <= set(found[:3]), f"{number}: {found}"
    titles = {page.title: number for number, page in defis.items()}
    for question, expected in ASKED.items():
        found = [titles[title] for title in ask(client, question) if title in titles]
        assert expected <= set(found[:3]), f"{question}: {found}"
    assert ask(client, "zorglub") == []


def test_on_the_page_without_a_query_more(client, defi, report):
    with_news = report(defi, "stopped", timezone.localdate(), learnt="Il fallait un mandat.")
    cousin = near_page = None
    for page in of_rennes().values():
        html = BeautifulSoup(client.get(page.get_url()).content, "html.parser")
        section = html.select_one("[aria-labelledby=cousins]")
        if section is None:
            continue
        assert len(section.select("li")) <= 5
        assert page.get_url() not in [link["href"] for link in section.select("a")]
        if found := section.find("a", href=defi.get_url()):
            cousin, near_page = found.find_parent("li"), page
    assert cousin is not None, "Nobody is near this one."
    # Its state, and what it became, as told today.
    assert "Arrêté" in cousin.get_text() and with_news.title in cousin.get_text()
    assert queries(client, near_page.get_url()) <= 20, client.report
    # Made private, it is told of no more, nor by its state.
    PageViewRestriction.objects.create(page=with_news, restriction_type="login")
    assert with_news.title not in client.get(near_page.get_url()).content.decode()
    assert "Arrêté" not in str(client.get(ADDRESS, {"q": defi.title}).json())


def test_only_what_everybody_may_see_is_near(client, editor, first):
    words = "zorglub quinquennal des hippopotames"
    index = example(DefiIndexPage)
    secret = DefiPage(title=f"Comment {words} ?", number=900, slug="secret")
    index.add_child(instance=secret)
    secret.save_revision().publish()
    assert ask(client, words) == [secret.title]
    assert ask(client, words, sauf=secret.pk) == []
    restriction = PageViewRestriction.objects.create(page=secret, restriction_type="login")
    # Not even for somebody who may see it: the answer may be kept by a cache.
    assert ask(client, words) == ask(editor, words) == []
    restriction.delete()
    assert ask(client, words) == [secret.title]
    secret.unpublish()
    assert ask(client, words) == []
    secret.save_revision().publish()
    assert ask(client, words) == [secret.title]
    secret.delete()
    assert ask(client, words) == []
    draft = DefiPage(title=f"Comment {words} ?", number=901, slug="brouillon", live=False)
    index.add_child(instance=draft)
    assert ask(client, words) == []


def test_it_is_asked_in_few_queries_and_not_too_often(client, monkeypatch):
    address = f"{ADDRESS}?q=l’accueil+au+guichet"
    assert queries(client, address) <= 8, client.report
    response = client.get(address)
    assert response["Cache-Control"] == "public, max-age=300"
    assert response.json()["said"] and "page" not in response.json()["cousins"][0]
    monkeypatch.setattr(GUARD, "limit", 1)
    cache.clear()
    assert client.get(address).status_code == 200
    refused = client.get(address)
    assert refused.status_code == 429 and refused.json()["said"]


@pytest.mark.parametrize("junk", JUNK)
def test_junk(client, junk):
    check(client.get(f"{ADDRESS}?q={JUNK[junk]}&sauf={JUNK[junk]}"))


def test_the_editor_tells_of_them_while_the_question_is_typed(editor, first):
    index = example(DefiIndexPage)
    add = reverse("wagtailadmin_pages:add", args=["defis", "defipage", index.pk])
    for address, own in (
        (add, ADDRESS),
        (reverse("wagtailadmin_pages:edit", args=[first.pk]), f"{ADDRESS}?sauf={first.pk}"),
    ):
        page = BeautifulSoup(editor.get(address).content, "html.parser")
        assert page.find(id="id_title")["data-cousins"] == own
        assert page.find("script", src="/static/defis/js/cousins.js")["type"] == "module"


def test_rare_words_count_more_and_a_short_text_as_much_as_a_long_one():
    index = Index(
        [
            entry("accueil", "mairie", "commune", pk=1),
            entry("accueil", "piscine", "commune", pk=2),
            entry("forêt", *(f"mot{number}" for number in range(50)), pk=3),
        ]
    )
    found = index.nearest(weigh([("Les piscines de l’accueil commun", 1.0)]), 5)
    assert [one.pk for one in found] == [2, 1]
    assert [one.pk for one in index.nearest(weigh([("forêts", 1.0)]), 5)] == [3]
    assert index.nearest(weigh([("", 1.0)]), 5) == []
    assert index.nearest(index.entries[1].terms, 5, leave_out=1)[0].pk == 2
    assert Index([]).nearest(weigh([("piscine", 1.0)]), 5) == []
    assert plain({"type": "p", "value": "<p>L&#x27;eau<br>vive</p>"}).split() == ["L'eau", "vive"]
