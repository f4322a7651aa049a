"""A third language is a setting, and a language made in the administration: no code."""

from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from wagtail.models import Locale

from community.models import User
from home.models import HomePage, NewsIndexPage, NewsPage
from tests.page_types import example
from tests.translating import translated

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
WORDS = {NewsIndexPage: "Noutăți", NewsPage: "Vești din Iași", HomePage: "Acasă"}


@pytest.fixture
def romanian(settings):
    """Romanian, as an administrator adds it once the setting is there."""
    three = [*settings.LANGUAGES, ("ro", "Romanian")]
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = three
    admin = Client()
    admin.force_login(User.objects.create_superuser("root@maillage.example"))
    address = reverse("wagtaillocales:add")
    assert '<option value="ro">' in admin.get(address).content.decode()
    alone = {"component-wagtail_localize_localesynchronization-enabled": ""}
    assert admin.post(address, {"language_code": "ro", **alone}).status_code == 302
    return Locale.objects.get(language_code="ro")


def test_romanian_needs_no_code(romanian, client):
    # Nothing shows while there is no home page.
    assert client.get("/ro/").status_code == 404
    assert "/ro/" not in client.get("/").content.decode()
    for model, words in WORDS.items():
        translated(example(model), romanian, lambda _text, words=words: words)
    news = NewsPage.objects.get(locale=romanian)

    pages = {
        "/ro/": "Acasă",
        news.get_url(): "Vești din Iași",
        "/ro/plan-du-site/": "Vești din Iași",
    }
    for address, told in pages.items():
        html = client.get(address).content.decode()
        assert '<html lang="ro"' in html
        assert told in html
    assert news.get_url().startswith("/ro/noutati/")
    # Dates come with Django.
    with translation.override("ro"):
        day = date_format(news.date, "j F Y")
    assert day in client.get(news.get_url()).content.decode()

    html = client.get(example(NewsPage).get_url()).content.decode()
    assert f'<a href="{news.get_url()}" lang="ro" hreflang="ro">Română</a>' in html
    assert f'hreflang="ro" href="http://127.0.0.1:8000{news.get_url()}"' in html
    assert '<a href="/ro/recherche/" lang="ro"' in client.get("/en/recherche/").content.decode()

    html = client.get("/ro/recherche/?q=vesti").content.decode()
    assert "Vești din Iași" in html
    assert example(NewsPage).title not in html
    feed = ElementTree.fromstring(client.get(news.get_parent().url + "flux/").content)
    assert feed.get(LANG) == "ro"
    assert feed.find(f"{ATOM}entry/{ATOM}title").text == "Vești din Iași"
    assert news.get_url() in client.get("/sitemap.xml").content.decode()

    missing = client.get("/ro/defis/")
    assert missing.status_code == 404
    assert '<html lang="ro"' in missing.content.decode()
    assert '<a href="/defis/" lang="fr" hreflang="fr">' in missing.content.decode()
