"""Words that mean the same find the same pages, on each database; the word typed comes first."""

from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator
from modelsearch.backends import get_search_backend

from community.search import wider as search_query
from community.search.query import search_pages, wider_search
from community.search.synonyms import (
    MOST_EQUIVALENTS,
    MOST_WIDENED,
    SearchSynonyms,
    widening,
)
from defis.models import DefiIndexPage
from methods.models import GlossaryIndexPage, GlossaryTermPage
from tests.page_types import example
from tests.queries import queries
from tests.searchable import ours

KNOWN = SearchSynonyms(
    [
        ["Campus", "site", "lieu d’accueil"],
        ["Pouvoir d’agir", "capacité d’agir", "empowerment"],
        ["EPCI", "établissement public de coopération intercommunale"],
        ["Jardin", "site"],
        ["…", ""],
    ]
)


def found(text: str) -> list[str]:
    """Return the titles of the pages found, in their order."""
    return [page.title for page in search_pages(ours(), text, widening(text, [KNOWN]))]


@pytest.mark.parametrize(
    ("text", "also"),
    [
        ("campus", ["site", "lieu d’accueil"]),
        ("les CAMPUS", ["site", "lieu d’accueil"]),
        ("sites", ["Campus", "lieu d’accueil", "Jardin"]),
        ("le lieu d'accueil", ["Campus", "site"]),
        ("pouvoir agir", ["capacité d’agir", "empowerment"]),
        ("epci et jardins", ["établissement public de coopération intercommunale", "site"]),
    ],
)
def test_what_else_is_looked_for(text, also):
    assert list(widening(text, [KNOWN]).also) == also


@pytest.mark.parametrize("text", ["", "…", "défi", "lieu", "pouvoir", "d’agir", "\x00", "de la"])
def test_nothing_else_is_looked_for(text):
    assert widening(text, [KNOWN]) is None
    assert widening(text, []) is None


def test_several_plugins_add_up():
    other = SearchSynonyms([["campus", "village"]])
    assert widening("campus", [KNOWN, other]).also == ("site", "lieu d’accueil", "village")


def test_long_questions_and_large_groups_stay_small():
    large = SearchSynonyms([[f"mot{n}", *(f"sens{n}x{m}" for m in range(50))] for n in range(30)])
    wider = widening(" ".join(f"mot{n}" for n in range(30)), [large])
    assert len(wider.also) == MOST_WIDENED * MOST_EQUIVALENTS
    assert len(wider.query.subqueries) == 16


def test_each_word_finds_the_others(create):
    create("Un campus")
    create("Un site")
    create("Un lieu d'accueil")
    create("Un accueil en ce lieu")
    create("Autre chose")
    assert set(found("campus")) == {"Un campus", "Un site", "Un lieu d'accueil"}
    assert set(found("site")) == {"Un campus", "Un site", "Un lieu d'accueil"}
    # Typed as several words, they are looked for wherever they stand, as always.
    assert set(found("lieu d’accueil")) == {
        "Un campus",
        "Un site",
        "Un lieu d'accueil",
        "Un accueil en ce lieu",
    }


def test_every_other_word_is_still_needed(create):
    create("Un site à Rennes")
    create("Rennes, un campus d'été")
    create("Un site à Brest")
    assert set(found("campus rennes")) == {"Un site à Rennes", "Rennes, un campus d'été"}
    assert found("rennes campus été") == ["Rennes, un campus d'été"]
    assert found("campus zorglub") == []


def test_what_was_typed_comes_first_even_in_the_body(create):
    create("Site")
    create("Les sites", "Site, site et encore site.")
    create("Autre sujet", "Il y fut une fois question d’un campus, parmi beaucoup d’autres mots.")
    create("Le campus")
    assert found("campus")[:2] == ["Le campus", "Autre sujet"]
    assert found("site")[:2] == ["Site", "Les sites"]
    assert len(found("campus")) == len(found("site")) == 4


def test_the_answer_is_an_ordinary_queryset(create):
    for number in range(30):
        create(f"Campus {number}" if number % 2 else f"Site {number}")
    pages = ours()
    results = search_pages(pages, "campus", widening("campus", [KNOWN]))
    assert results.count() == 30
    assert results.filter(title__startswith="Site").count() == 15
    assert results.order_by("title").first().title == "Campus 1"
    first, second = (Paginator(results, 20).page(number) for number in (1, 2))
    assert not {page.pk for page in first} & {page.pk for page in second}
    assert all(page.title.startswith("Campus") for page in list(first)[:15])
    scored = get_search_backend().search(widening("campus", [KNOWN]).query, pages)
    assert len(scored[:5]) == 5
    assert len(list(scored.annotate_score("score"))) == 30


@pytest.mark.parametrize(
    "text",
    ["campus' OR 1=1 --", 'campus" AND NOT site', "campus:* & !site", "campus* (site", "é" * 999],
)
def test_nothing_typed_is_an_operator(create, text):
    create("Rien")
    assert found(text) == []


def test_a_plugin_that_fails_costs_only_its_synonyms(monkeypatch, asked, caplog):
    def broken(request):
        raise RuntimeError("out of order")

    sound = SimpleNamespace(label="sound", search_synonyms=lambda request: [KNOWN])
    faulty = SimpleNamespace(label="faulty", search_synonyms=broken)
    monkeypatch.setattr(search_query, "plugins", lambda: (faulty, sound))
    assert wider_search(asked(), "campus").also == ("site", "lieu d’accueil")
    assert "'faulty' failed in search_synonyms()" in caplog.text


@pytest.fixture
def term(db) -> GlossaryTermPage:
    """A term of the glossary whose other name no page has."""
    names = [("synonym", "zorglub"), ("acronym", "QZX")]
    page = GlossaryTermPage(title="Glacière", summary="Où l’on gardait la glace.", forms=names)
    return example(GlossaryIndexPage).add_child(instance=page)


def test_the_search_page_says_what_it_searched_too(client, term):
    page = client.get("/recherche/", {"q": "zorglub"})
    assert set(page.context["results"].also_searched) == {"QZX", "Glacière"}
    assert "Glacière" in page.content.decode()
    titles = [one.result.title for one in page.context["answer"].others]
    assert titles[0] == "Glacière"
    assert len(titles) > 1
    exact = client.get("/recherche/" + page.context["results"].exact_url)
    assert [one.result.title for one in exact.context["answer"].others] == ["Glacière"]
    assert exact.context["results"].also_searched == ()


def test_lists_and_their_counts_find_equivalents_too(client, term):
    address = example(DefiIndexPage).get_url()
    wide = client.get(address, {"q": "zorglub"}).context["results"]
    assert wide.total >= 1
    assert sum(option.count for option in wide.facets[0].options) >= 1
    exact = client.get(address + wide.exact_url).context["results"]
    assert exact.total == 0
    assert "exact=1" in exact.query.as_query(page=2)
    # Without words there is nothing to be exact about.
    assert "exact" not in exact.query.as_query(text="")
    typed = client.get(address, {"q": "Glacière", "exact": "1"}).context["results"]
    assert typed.total == wide.total


def test_a_search_costs_the_same_with_equivalents(client, term):
    wide = queries(client, "/recherche/?q=zorglub")
    assert wide == queries(client, "/recherche/?q=glaciere&exact=1")


def test_a_term_that_is_gone_means_nothing_more(client, term):
    assert client.get("/recherche/", {"q": "zorglub"}).context["also_searched"]
    term.unpublish()
    assert client.get("/recherche/", {"q": "zorglub"}).context["also_searched"] == ()
    assert client.get("/en/recherche/", {"q": "zorglub"}).context["also_searched"] == ()
