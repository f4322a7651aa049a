"""The booklet: a selection that lives in its address, put in order and printed."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Page, PageViewRestriction

from community.booklet.selection import LONGEST_TITLE, MOST, Selection
from community.models import Licence
from community.pages import IndexPage
from defis.models import DefiPage
from methods.models import MethodPage
from tests.junk import JUNK, check, query_of
from tests.page_types import PAGE_TYPES, example, label
from tests.pdf import Read
from tests.queries import queries

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

PDFS = ("carnet", "fiches", "quatre-par-feuille")
NAMES = ["pages", "titre", "avant", "q"]
SHEETS = [model for model in PAGE_TYPES if model.printable]


@pytest.fixture
def methods() -> list[MethodPage]:
    return list(MethodPage.objects.live().filter(locale__language_code="fr").order_by("path")[:4])


def address(*pages, **more: str) -> str:
    keys = ",".join(str(getattr(page, "pk", page)) for page in pages)
    return f"/carnet/?pages={keys}" + "".join(f"&{name}={value}" for name, value in more.items())


def shown(client, where: str) -> BeautifulSoup:
    response = client.get(where)
    assert response.status_code == 200
    assert "private" in response["Cache-Control"]
    return BeautifulSoup(response.content.decode(), "html.parser").main


def titles(html: BeautifulSoup) -> list[str]:
    return [heading.get_text(strip=True) for heading in html.select("ol.booklet h3")]


def link(html: BeautifulSoup, words: str) -> str:
    found = [a for a in html.select("a") if a.get_text(" ", strip=True) == words]
    assert len(found) == 1, words
    return found[0]["href"]


def read(client, where: str, kind: str = "carnet") -> Read:
    response = client.get(where.replace("/carnet/?", f"/carnet/{kind}.pdf?"))
    assert response["Content-Type"] == "application/pdf"
    return Read(response.content)


def test_without_a_page_it_says_what_to_do(client):
    html = shown(client, "/carnet/")
    assert html.select_one(".empty") and html.select_one("form.search-page")
    assert not html.select("a[href*='.pdf']")


def test_it_is_made_without_javascript_from_any_page(client, methods):
    page = BeautifulSoup(client.get(methods[0].get_url()).content.decode(), "html.parser")
    start = page.select_one("[data-booklet-add]")["href"]
    assert start == address(methods[0])
    form = shown(client, start).select_one("form.search-page")
    kept = {field["name"]: field["value"] for field in form.select("input[type=hidden]")}
    found = shown(client, f"/carnet/?pages={kept['pages']}&q={methods[1].title}")
    more = [a["href"] for a in found.select("#add a[data-booklet-link]")]
    assert address(*methods[:2]) in more
    assert titles(shown(client, address(*methods[:2]))) == [page.title for page in methods[:2]]


def test_pages_move_go_and_come_back(client, methods):
    a, b, c = methods[:3]
    html = shown(client, address(a, b, c, titre="Le%20mien"))
    assert link(html, f"Descendre {a.title}").startswith(address(b, a, c))
    assert link(html, f"Monter {c.title}").startswith(address(a, c, b))
    without = link(html, f"Retirer {b.title}")
    after = shown(client, without)
    assert titles(after) == [a.title, c.title]
    assert after.h1.get_text() == "Le mien"
    assert titles(shown(client, link(after, "Annuler"))) == [a.title, b.title, c.title]
    empty = shown(client, link(html, "Vider le carnet"))
    assert titles(empty) == []
    back = shown(client, link(empty, "Annuler"))
    assert titles(back) == [a.title, b.title, c.title]
    assert back.h1.get_text() == "Le mien"


def test_what_cannot_be_seen_is_left_out_and_said(client, methods):
    a, b, c, d = methods
    b.unpublish()
    PageViewRestriction.objects.create(page=c, restriction_type="login")
    index = example(next(model for model in PAGE_TYPES if issubclass(model, IndexPage)))
    html = shown(client, address(a, b, c, d, index, 987654321))
    assert titles(html) == [a.title, d.title]
    assert "4 pages" in html.select_one(".notice").get_text()
    assert c.title not in html.get_text() and b.title not in html.get_text()
    for kind in PDFS:
        text = read(client, address(a, b, c, d), kind).text()
        assert a.title in text and d.title in text
        assert b.title not in text and c.title not in text


def test_it_holds_so_many_pages(client):
    selection = Selection.read(QueryLike(pages=[",".join(map(str, range(1, MOST + 8)))]))
    assert len(selection.pages) == MOST and selection.too_many == 7
    html = shown(client, address(*range(1, MOST + 8)))
    assert "7 n’ont pas été reprises" in html.get_text()


class QueryLike(dict):
    """A query string of lists."""

    def getlist(self, name):
        return self.get(name, [])

    def get(self, name, default=None):
        found = super().get(name)
        return (found[-1] if name == "titre" else found) if found else default


def test_an_address_is_read_with_patience():
    selection = Selection.read(
        QueryLike(pages=["3, 4,3", "x,-1,٣,²,5", "9" * 30], titre=["  a \0 b " + "c" * 900])
    )
    assert selection.pages == (3, 4, 5)
    assert selection.title.startswith("a b ccc") and len(selection.title) == LONGEST_TITLE
    assert parse_qs(urlsplit(selection.query).query)["pages"] == ["3,4,5"]
    assert Selection().query == ""


@pytest.mark.parametrize("junk", JUNK)
def test_junk_gives_a_page(junk, client):
    check(client.get(f"/carnet/?{query_of(NAMES, JUNK[junk])}"))
    for kind in PDFS:
        response = client.get(f"/carnet/{kind}.pdf?{query_of(NAMES, JUNK[junk])}")
        assert response.status_code == 302 and response["Location"].startswith("/carnet/")


@pytest.mark.parametrize("junk", JUNK)
def test_any_title_can_be_printed(junk, client, methods):
    response = client.get(f"/carnet/carnet.pdf?pages={methods[0].pk}&titre={JUNK[junk]}")
    assert response.status_code == 200
    sent = response["Content-Disposition"]
    assert re.fullmatch(r'attachment; filename="[a-z0-9_-]+\.pdf"', sent)


def test_a_bound_booklet_has_a_cover_contents_parts_and_sources(client, methods):
    defi = example(DefiPage)
    booklet = read(client, address(*methods[:2], defi, titre="Comprendre%20%3F"))
    assert booklet.title == "Comprendre\u202f?" and booklet.language == "fr-FR"
    assert booklet.has(rb"/StructTreeRoot") and all(booklet.fonts().values())
    assert "Comprendre" in booklet.text(0) and methods[0].title not in booklet.text(0)
    contents = booklet.text(1)
    page_of = {int(number) for number in re.findall(r"\.\s*(\d+)(?=\s|$)", contents)}
    assert page_of == set(range(3, len(booklet) + 1)) - overleaf(booklet)
    assert methods[0].title in contents and methods[0].title in booklet.text(2)
    last = booklet.text(len(booklet) - 1)
    assert "Sources et licences" in last and methods[0].source_title[:20] in last
    for page in range(len(booklet)):
        assert min(booklet.margins(page)) > 8


def overleaf(booklet: Read) -> set[int]:
    """The numbers of the pages that start nothing: they have no large title."""
    kinds = ("Méthode ·", "Défi ·", "Sources et licences")
    starts = [page for page in range(2, len(booklet)) if booklet.text(page).startswith(kinds)]
    return {page + 1 for page in range(2, len(booklet))} - {page + 1 for page in starts}


def test_mixed_licences_are_warned_about_on_the_page_and_on_paper(client, methods):
    a, b, c = methods[:3]
    where = address(a, b, c)
    MethodPage.objects.update(licence=Licence.CC_BY)
    assert "vendu" not in shown(client, where).get_text()
    for page, licence in ((a, "CC_BY_SA"), (b, "CC_BY_NC_SA"), (c, "ALL_RIGHTS")):
        MethodPage.objects.filter(pk=page.pk).update(licence=Licence[licence])
    html, last = shown(client, where).get_text(), read(client, where)
    for words in ("ne doit pas être vendu", "partage à l’identique", "sont réservés"):
        assert words in html and words in last.text(len(last) - 1)


@pytest.mark.parametrize("model", SHEETS, ids=label)
def test_every_kind_of_page_can_be_collected_and_printed(model, client):
    page = example(model)
    for kind in PDFS:
        text = read(client, address(page), kind).text()
        assert page.title.split()[0].replace("'", "’") in text
    html = client.get(page.get_url()).content.decode()
    assert f'data-booklet-add="{page.pk}"' in html and f"{page.get_url()}fiche.pdf" in html


def test_another_language_says_so(client):
    page = (
        example(DefiPage, "en")
        if DefiPage.objects.filter(locale__language_code="en", live=True).exists()
        else None
    )
    french = example(MethodPage)
    booklet = read(client, "/en" + address(*filter(None, (page, french))))
    assert booklet.language == "en"
    assert booklet.has(rb"/Lang\s*\(fr")


def test_sixty_pages_cost_no_more_queries_than_six(client):
    keys = list(Page.objects.live().filter(locale__language_code="fr").values_list("pk", flat=True))
    kinds = {}
    for page in Page.objects.filter(pk__in=keys).order_by("-pk"):
        kinds.setdefault(page.specific_class, []).append(page.pk)
    few = [own[0] for own in kinds.values()]
    many = [key for own in kinds.values() for key in own[:8]]
    before, after = (queries(client, address(*some)) for some in (few, many[:MOST]))
    assert after <= before, client.report
    assert queries(client, address(*many[:MOST]).replace("/?", "/carnet.pdf?")) <= before


def test_nobody_is_told_who_collects_what(client, methods):
    response = client.get(address(*methods))
    assert not response.cookies
    assert 'content="noindex"' in response.content.decode()
    assert "Disallow: /carnet/" in client.get("/robots.txt").content.decode()
