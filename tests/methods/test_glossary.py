"""The glossary: what a term page says, and its list from A to Z."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from wagtail.models import PageViewRestriction

from community.pages.sorting import sort_key
from methods.models import GlossaryIndexPage, GlossaryTermPage, TermRelation
from tests.page_types import example
from tests.queries import keep, multiply, queries

pytestmark = pytest.mark.django_db

GLOSSARY = "/glossaire/"


@pytest.fixture
def few() -> GlossaryIndexPage:
    """The glossary without the demonstration's terms."""
    index = example(GlossaryIndexPage)
    keep(index, 0)
    return index


def add(title: str, *, synonyms=(), acronyms=(), **fields) -> GlossaryTermPage:
    names = [("acronym", name) for name in acronyms] + [("synonym", name) for name in synonyms]
    page = GlossaryTermPage(title=title, summary=f"Ce qu’est {title}.", forms=names, **fields)
    return example(GlossaryIndexPage).add_child(instance=page)


def soup(response) -> BeautifulSoup:
    assert response.status_code == 200
    return BeautifulSoup(response.content.decode(), "html.parser")


def listed(client, query: str = "") -> dict[str, list[str]]:
    """Return what the list shows under each letter; a reference as « name → term »."""
    sections = soup(client.get(GLOSSARY + query)).select("section.terms-group")
    return {
        section.h3.get_text(strip=True): [
            name.get_text(strip=True)
            + (f" → {name.find_next('a').get_text(strip=True)}" if name.get("class") else "")
            for name in section.select("dt")
        ]
        for section in sections
    }


def data_of(response) -> dict:
    return json.loads(soup(response).find("script", type="application/ld+json").string)


def test_a_term_and_its_definition_are_enough(few, client):
    page = add("Bac à sable")
    page.full_clean()
    assert "Ce qu’est Bac à sable." in client.get(page.get_url()).content.decode()
    page.summary = ""
    with pytest.raises(ValidationError):
        page.full_clean()


def test_it_is_sorted_as_french_sorts_under_the_letters_that_exist(few, client):
    for title in ("Zone", "Œuvre", "Élu", "L’état des lieux", "Eau", "3e lieu", "Objet"):
        add(title)
    assert listed(client) == {
        "0–9": ["3e lieu"],
        "E": ["Eau", "Élu", "L’état des lieux"],
        "O": ["Objet", "Œuvre"],
        "Z": ["Zone"],
    }
    letters = soup(client.get(GLOSSARY)).select("nav.letters li")
    assert [one.get_text(strip=True) for one in letters] == ["0–9", "E", "O", "Z"]
    assert [one.a["href"] for one in letters] == [
        f"?lettre={value}" for value in ("0", "e", "o", "z")
    ]
    chosen = soup(client.get(f"{GLOSSARY}?lettre=o"))
    assert chosen.select_one("nav.letters [aria-current]").get_text(strip=True) == "O"
    assert listed(client, "?lettre=o") == {"O": ["Objet", "Œuvre"]}
    assert listed(client, "?lettre=e&lettre=z").keys() == {"E", "Z"}


def test_a_letter_without_terms_is_reported_and_not_obeyed(few, client):
    add("Eau")
    for letter in ("x", "ee", "É", "%00", "é" * 300):
        assert listed(client, f"?lettre={letter}") == {"E": ["Eau"]}


def test_other_names_lead_to_their_term_at_their_own_place(few, client):
    add("Établissement public", acronyms=["EPCI", "ETP"], synonyms=["intercommunalité"])
    add("Espace", synonyms=["lieu", "place"])
    add("Lieu")
    # ETP would stand beside its own term, and "lieu" is a term itself.
    assert listed(client) == {
        "E": ["EPCI → Établissement public", "Espace", "Établissement public"],
        "I": ["intercommunalité → Établissement public"],
        "L": ["Lieu"],
        "P": ["place → Espace"],
    }
    assert listed(client, "?lettre=l") == {"L": ["Lieu"]}
    assert "→" not in str(listed(client, "?q=espace"))


def test_references_are_cut_where_the_pages_of_the_list_are(few, client, monkeypatch):
    monkeypatch.setitem(vars(GlossaryIndexPage.listing), "page_size", 2)
    for title in ("Bois", "Dune", "Flot", "Hutte"):
        add(title)
    add("Jonc", synonyms=["arbre", "cale", "eau", "gué", "iris", "kiosque"])
    shown = [
        [name for names in listed(client, f"?page={n}").values() for name in names]
        for n in (1, 2, 3)
    ]
    assert shown == [
        ["arbre → Jonc", "Bois", "cale → Jonc", "Dune", "eau → Jonc"],
        ["Flot", "gué → Jonc", "Hutte", "iris → Jonc"],
        ["Jonc", "kiosque → Jonc"],
    ]


def test_a_hidden_term_is_named_nowhere(few, client):
    add("Espace", synonyms=["place"])
    hidden = add("Secret", synonyms=["cachette"])
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    assert listed(client) == {"E": ["Espace"], "P": ["place → Espace"]}
    assert "cachette" not in client.get(f"{GLOSSARY}?q=cachette&lettre=c").content.decode().replace(
        "cachette »", ""
    ).replace('value="cachette"', "").replace("q=cachette", "")


def test_other_sorts_have_no_letters(few, client):
    add("Espace")
    for query in ("?tri=recent", "?q=espace"):
        html = soup(client.get(GLOSSARY + query))
        assert not html.select("section.terms-group")
        assert html.select("dl.terms dt")


def test_words_find_terms_by_their_other_forms(few, client):
    add("Établissement public", acronyms=["EPCI"])
    for words in ("epci", "établissements publics"):
        found = client.get(GLOSSARY, {"q": words}).context["results"].page
        assert [page.title for page in found] == ["Établissement public"]


def test_a_term_leads_to_others_and_never_to_hidden_ones(few, client):
    page, near, far, hidden = map(add, ("Un", "Deux", "Trois", "Caché"))
    page.term_relations.add(
        TermRelation(term=near, kind="see_also"),
        TermRelation(term=far, kind="opposite"),
        TermRelation(term=hidden, kind="see_also"),
        TermRelation(term=page, kind="see_also"),
    )
    page.save_revision().publish()
    hidden.unpublish()
    related = client.get(page.get_url()).context["related_terms"]
    assert [[term.title for term in terms] for _kind, terms in related] == [["Deux"], ["Trois"]]
    assert page.get_url() in client.get(near.get_url()).content.decode()
    near.term_relations.add(TermRelation(term=page))
    near.save_revision().publish()
    # What it leads to is not shown again as what speaks of it.
    assert client.get(page.get_url()).context["backlinks"] == []


def test_machines_read_a_set_of_defined_terms(few, client):
    page = add("Établissement public", acronyms=["EPCI"], synonyms=["interco"])
    data = data_of(client.get(page.get_url()))
    assert data["@type"] == "DefinedTerm"
    assert data["alternateName"] == ["interco", "EPCI"] or data["alternateName"] == [
        "EPCI",
        "interco",
    ]
    assert data["description"] == page.summary
    assert data["inDefinedTermSet"].endswith(GLOSSARY)
    assert not {"inLanguage", "license"} & data.keys()
    glossary = data_of(client.get(GLOSSARY))
    assert glossary["@type"] == "DefinedTermSet"
    assert [term["name"] for term in glossary["hasDefinedTerm"]] == [page.title]
    assert data["url"] == glossary["hasDefinedTerm"][0]["url"]


def test_english_terms_are_versions_of_the_french_ones(client):
    page = client.get("/en/glossary/")
    terms = page.context["results"].page
    assert len(terms) >= 3
    assert all(
        term.get_translations().filter(locale__language_code="fr").exists() for term in terms
    )


def test_the_list_costs_the_same_whatever_the_number_of_terms(few, client):
    for number in range(20):
        add(f"Mot {number}", synonyms=[f"parole {number}"], acronyms=[f"M{number}"])
    addresses = [GLOSSARY, f"{GLOSSARY}?lettre=m", f"{GLOSSARY}?q=parole&lettre=m"]
    before = {address: queries(client, address) for address in addresses}
    assert max(before.values()) <= 25
    multiply(list(GlossaryTermPage.objects.live().descendant_of(few)), 3)
    assert client.get(GLOSSARY).context["results"].total == 60
    assert {address: queries(client, address) for address in addresses} == before


def test_the_sort_key_and_the_letter_follow_the_title(few):
    page = add("Eau")
    page.title = "Les Œuvres"
    page.save_revision().publish()
    page.refresh_from_db()
    assert (page.letter, page.sort_title) == ("o", sort_key("Œuvres"))
