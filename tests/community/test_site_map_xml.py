"""``/sitemap.xml``: every public page once, with its date and its translations."""

from xml.etree import ElementTree

import pytest
from wagtail.models import Page

from home.models import HomePage, NewsIndexPage
from tests.page_types import example

pytestmark = pytest.mark.django_db

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
ROOT = "http://127.0.0.1:8000"


def entries(client) -> dict[str, ElementTree.Element]:
    response = client.get("/sitemap.xml")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/xml")
    urls = ElementTree.fromstring(response.content).findall(f"{MAP}url")
    found = {url.findtext(f"{MAP}loc"): url for url in urls}
    assert len(found) == len(urls), "An address stands there twice."
    return found


def test_every_live_page_is_there_once_with_its_date(client):
    found = entries(client)
    pages = Page.objects.live().filter(depth__gt=1)
    assert set(found) == {page.get_full_url() for page in pages}
    for page in pages:
        date = found[page.get_full_url()].findtext(f"{MAP}lastmod")
        assert date.startswith(page.last_published_at.date().isoformat()[:8])


def test_translations_point_to_each_other_and_themselves(client, english):
    page = example(NewsIndexPage)
    twin = page.copy_for_translation(english)
    twin.title = "News"
    twin.save_revision().publish()
    found = entries(client)
    both = {"fr": page.get_full_url(), "en": twin.get_full_url()}
    for address in both.values():
        links = {x.get("hreflang"): x.get("href") for x in found[address].findall(LINK)}
        # Whoever reads neither is led to the default language.
        assert links == both | {"x-default": both["fr"]}
    alone = found[f"{ROOT}/webinaires/"]
    assert not alone.findall(LINK)


def test_an_alias_that_waits_for_its_translation_is_not_there(client, english):
    page = example(NewsIndexPage)
    alias = page.copy_for_translation(english, alias=True)
    assert alias.live
    assert alias.get_full_url() not in entries(client)
    assert f"{ROOT}/en/" in entries(client)
    assert HomePage.objects.count() == 2


def test_robots_are_told_where_it_is(client):
    assert "/sitemap.xml" in client.get("/robots.txt").content.decode()
