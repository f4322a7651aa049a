"""Zotero gets from our pages what the references say, read by its own rules."""

import pytest

from methods.bibliography.coins import coins
from methods.bibliography.zotero import highwire
from methods.models import ReferenceIndexPage, ReferencePage
from tests.page_types import example

from .zotero import coins_of, context_object, embedded

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]


def expected(page) -> list[tuple[str, str]]:
    names = page.csl().get("author", ())
    return [(n.get("literal") or n["family"], n.get("given", "")) for n in names]


def test_each_reference_is_recognised(client):
    pages = ReferencePage.objects.live()
    assert pages.count() >= 30
    for page in pages:
        item = embedded(client.get(page.get_url()).content.decode())
        assert item["title"] == page.title
        assert item["authors"] == expected(page), page
        assert item.get("DOI", "") == page.doi
        assert item.get("date", "")[:4] == str(page.year or "")
        assert item["itemType"] not in (None, "webpage") or page.csl_type == "webpage"
        assert item["pages"] == page.pages


def test_a_list_gives_each_of_its_references(client):
    response = client.get(example(ReferenceIndexPage).get_url())
    shown = list(response.context["results"].page)
    items = coins_of(response.content.decode())
    assert [item["title"] for item in items] == [page.title for page in shown]
    assert [sorted(item["authors"]) for item in items] == [
        sorted(expected(page)) or item["authors"] for page, item in zip(shown, items, strict=True)
    ]


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("article-journal", "journalArticle"),
        ("book", "book"),
        ("chapter", "bookSection"),
        ("paper-conference", "conferencePaper"),
        ("report", "report"),
        ("thesis", "thesis"),
        ("webpage", "webpage"),
        ("motion_picture", "film"),
        ("legislation", "statute"),
    ],
)
def test_the_type_survives_both_ways(kind, found):
    item = {"type": kind, "title": "Un & deux", "container-title": "Là", "publisher": "Ici"}
    head = "".join(f'<meta name="{n}" content="{v}">' for n, v in highwire(item, "https://e.org/"))
    assert embedded(f"<html><head>{head}</head></html>")["itemType"] == found
    read = context_object(coins(item))
    assert (read["itemType"], read["title"]) == (found, "Un & deux")


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ({"literal": "Direction du numérique"}, ("Direction du numérique", "")),
        (
            {"family": "Rue", "given": "Jean Paul", "non-dropping-particle": "de la"},
            ("de la Rue", "Jean Paul"),
        ),
        ({"family": "Platon"}, ("Platon", "")),
    ],
)
def test_a_lone_author_stays_one_name(name, read):
    item = {"type": "book", "title": "Un", "author": [name]}
    head = "".join(f'<meta name="{n}" content="{v}">' for n, v in highwire(item, ""))
    assert embedded(f"<html><head>{head}</head></html>")["authors"] == [read]
    assert context_object(coins(item))["authors"] == [read]
