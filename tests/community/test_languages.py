"""The language menu, hreflang and the help of a 404 show what this visitor may really read."""

import re

import pytest
from django.test import Client
from django.utils.translation import override
from wagtail.models import PageViewRestriction
from wagtail.rich_text import expand_db_html

from home.models import ContentPage, HomePage
from tests.page_types import example
from tests.translating import translated

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

MENU = re.compile(r'<a href="([^"]+)" lang="(\w+)" hreflang="\w+">([^<]+)</a></li>')
ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">')


def menu(html: str) -> list[tuple[str, str, str]]:
    """Return the (address, language, label) of the language menu."""
    inside = re.search(r'<nav aria-label="(?:Langue|Language)">.*?</nav>', html, re.DOTALL)
    return MENU.findall(inside[0]) if inside else []


def read(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


@pytest.fixture
def page(db) -> ContentPage:
    """A page in French alone."""
    home = example(HomePage)
    return home.add_child(instance=ContentPage(title="Rien qu’en français", slug="seule"))


def test_a_page_with_its_translation(client, page, english):
    twin = translated(page, english, lambda text: "Alone")
    there = (
        ("/seule/", ("/en/alone/", "en", "English")),
        ("/en/alone/", ("/seule/", "fr", "Français")),
    )
    assert twin.get_url() == "/en/alone/"
    for address, other in there:
        html = read(client, address)
        assert menu(html) == [other]
        found = {code: url.partition("8000/")[2] for code, url in ALTERNATE.findall(html)}
        assert found == {"fr": "seule/", "en": "en/alone/", "x-default": "seule/"}


def test_what_is_not_translated_leads_home_and_says_so(client, page, english):
    html = read(client, "/seule/")
    assert menu(html) == [("/en/", "en", "English (home page)")]
    assert not ALTERNATE.findall(html)
    # A draft, a translation that is not public and an alias are no translation for a visitor.
    draft = page.copy_for_translation(english)
    assert menu(read(client, "/seule/")) == [("/en/", "en", "English (home page)")]
    draft.save_revision().publish()
    assert menu(read(client, "/seule/")) == [("/en/seule/", "en", "English")]
    PageViewRestriction.objects.create(page=draft, restriction_type="login")
    html = read(client, "/seule/")
    assert menu(html) == [("/en/", "en", "English (home page)")]
    assert not ALTERNATE.findall(html)


def test_an_alias_shows_its_source_and_leads_to_it(client, page, english):
    page.copy_for_translation(english, alias=True)
    assert menu(read(client, "/seule/")) == [("/en/", "en", "English (home page)")]
    html = read(client, "/en/seule/")
    assert menu(html) == [("/seule/", "fr", "Français")]
    assert not ALTERNATE.findall(html)
    assert '<meta name="robots" content="noindex">' in html
    assert '<main id="content" tabindex="-1" lang="fr">' in html
    assert '<meta property="og:locale" content="fr_FR">' in html
    assert "This page is not translated yet: here it is in French." in html
    # Our own words stand among those of the page: they are said with the same voice.
    main = html.partition("<main")[2].partition("</main>")[0]
    assert "Ajouter au carnet" in main
    assert "Add to the booklet" not in main


@pytest.mark.parametrize(
    "address", ["/plan-du-site/", "/recherche/", "/carnet/", "/compte/connexion/"]
)
def test_a_view_is_there_in_each_language(client, address):
    assert menu(read(client, address)) == [(f"/en{address}", "en", "English")]
    assert menu(read(client, f"/en{address}")) == [(address, "fr", "Français")]


def test_a_view_for_search_engines_tells_them_too(client):
    found = dict(ALTERNATE.findall(read(client, "/en/plan-du-site/")))
    assert set(found) == {"fr", "en", "x-default"}
    assert found["x-default"] == found["fr"]


def test_a_question_goes_along(client):
    html = read(client, "/recherche/?q=%22%3Cb%3E")
    assert menu(html)[0][0] == "/en/recherche/?q=%22%3Cb%3E"
    assert not ALTERNATE.findall(html)


def test_a_language_whose_home_is_closed_is_offered_to_nobody(client, editor, page, english):
    home = example(HomePage, "en")
    restriction = PageViewRestriction.objects.create(page=home, restriction_type="login")
    for address in ("/", "/seule/", "/recherche/", "/nulle-part/"):
        assert menu(client.get(address).content.decode()) == []
        assert len(menu(editor.get(address).content.decode())) == 1
    restriction.delete()
    home.unpublish()
    assert menu(editor.get("/recherche/").content.decode()) == []


def test_an_address_without_translation_helps(client, page, english):
    """People write /en/ before the address they have."""
    response = client.get("/en/seule/")
    html = response.content.decode()
    assert response.status_code == 404
    assert "This page is not in English yet" in html
    assert '<a href="/seule/" lang="fr" hreflang="fr">Rien qu’en français</a>' in html
    assert '<meta name="robots" content="noindex">' in html
    # A draft changes nothing; once it is live at another address, that is said.
    draft = page.copy_for_translation(english)
    draft.slug, draft.title = "alone", "Alone"
    draft.save()
    for address in ("/en/seule/", "/en/alone/"):
        assert "This page is not in English yet" in client.get(address).content.decode()
    draft.save_revision().publish()
    html = client.get("/en/seule/").content.decode()
    assert "This page has another address" in html
    assert '<a href="/en/alone/" lang="en" hreflang="en">Alone</a>' in html
    assert "anglais" not in client.get("/alone/").content.decode()


def test_a_404_tells_nothing_of_what_is_private(client, page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    html = client.get("/en/seule/").content.decode()
    assert "Rien qu’en français" not in html
    assert "This page is not here" in html
    page.unpublish()
    assert "This page is not here" in client.get("/en/seule/").content.decode()


def test_a_link_in_a_text_leads_to_the_version_read(page, english, django_assert_max_num_queries):
    other = example(ContentPage)
    links = (
        f'<a linktype="page" id="{one.pk}">{words}</a>'
        for one, words in ((page, "un"), (other, "deux"))
    )
    text = f"<p>{' '.join(links)}</p>"
    with override("fr"):
        assert expand_db_html(text).startswith('<p><a href="/seule/">un</a>')
    twin = page.copy_for_translation(english, alias=True)
    with override("en"):
        assert '<a href="/seule/" hreflang="fr">un</a>' in expand_db_html(text)
        twin.alias_of = None
        twin.save()
        with django_assert_max_num_queries(3):
            assert '<a href="/en/seule/">un</a>' in expand_db_html(text)
    assert expand_db_html('<a linktype="page" id="x">rien</a>') == "<a>rien</a>"
