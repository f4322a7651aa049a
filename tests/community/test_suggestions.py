"""What is suggested while one types in a search box: ``/recherche/suggestions/?q=``."""

from urllib.parse import quote

import pytest
from wagtail.models import Page, PageViewRestriction

from community.models import PageTheme, Territory, Theme, ThemeScheme
from defis.models import DefiPage
from home.models import ContentPage
from methods.models import GlossaryTermPage, MethodPage
from tests.page_types import example

pytestmark = pytest.mark.django_db

ADDRESS = "/recherche/suggestions/?q="
SMALL = 2_000  # bytes


def suggested(client, text, address=ADDRESS):
    response = client.get(address + quote(text))
    assert response.status_code == 200
    assert len(response.content) < SMALL, text
    return response.json()["suggestions"]


def titles(client, text, address=ADDRESS):
    return [one["title"] for one in suggested(client, text, address)]


def rename(model, title, **more):
    page = example(model)
    page.title = title
    for name, value in more.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return page


def test_the_beginning_of_words_however_they_are_written(client):
    rename(MethodPage, "L’œuvre zébrée des actrices")
    rename(DefiPage, "Saura-t-on zébrer le quinquet de l’été, avec les acteurs·rices ?")
    short, long = "L’œuvre zébrée des actrices", example(DefiPage).title
    for text in ("zeb", "ZÉB", "les zeb", "zébré", "  zéb "):
        # What begins so first, then the shortest.
        assert titles(client, text)[:1] == [short], text
    assert titles(client, "zeb") == [short, long]
    assert titles(client, "oeuv") == titles(client, "l'œuv") == titles(client, "œuvre zeb")
    assert titles(client, "saura zeb") == titles(client, "quinq") == [long]
    assert titles(client, "actric zeb") == [short, long]
    assert titles(client, "quinquets zeb") == [long]
    assert titles(client, "zorglub") == []
    # An article is no help, unless there is next to nothing else.
    assert titles(client, "les ze") == [long]
    # Nothing is looked for before the third letter.
    for text in ("", "  ", "ze", "l'ze", "…z!e…", "é"):
        assert suggested(client, text) == [], text


def test_each_leads_to_what_it_says(client):
    term = rename(GlossaryTermPage, "Zébrure publique", forms=[("acronym", "ZPUB")])
    rename(MethodPage, "Autour de la zébrure publique")
    page = example(DefiPage)
    scheme = ThemeScheme.objects.filter(locale=page.locale).first()
    theme = Theme.objects.create(scheme=scheme, name="Zèbres", slug="zebres", locale=page.locale)
    Territory.objects.create(name="Zébroville", kind="commune")
    found = suggested(client, "zeb")
    assert [one["title"] for one in found] == ["Zébrure publique", "Autour de la zébrure publique"]
    assert set(found[0]) == {"title", "url", "type"}
    assert (found[0]["url"], found[0]["type"]) == (term.get_url(), "Terme du glossaire")
    assert titles(client, "zpub") == ["Zébrure publique"]
    # A theme or a place that no page speaks of would lead nowhere.
    page.page_themes.add(PageTheme(theme=theme))
    page.save_revision().publish()
    assert suggested(client, "zeb")[0] == {
        "title": "Zèbres",
        "url": "/recherche/?theme=zebres",
        "type": "Thème",
    }
    place = Territory.objects.exclude(region=None).filter(name="Rennes").get()
    found = {(one["url"], one["type"]) for one in suggested(client, "renn")}
    assert (f"/recherche/?territoire={place.pk}", "Territoire") in found
    for one in [*found, *[(each["url"], "") for each in suggested(client, "zeb")]]:
        assert client.get(one[0]).status_code == 200


def test_it_says_whether_there_are_others(client):
    assert client.get(ADDRESS + "com").json()["complete"] is False
    rename(GlossaryTermPage, "Zébrure publique")
    assert client.get(ADDRESS + "zeb").json()["complete"] is True
    assert client.get(ADDRESS + "zorglub").json() == {"complete": True, "suggestions": []}


def test_only_what_one_may_see_and_no_copy_of_what_others_may_not(client, porteur):
    page = rename(DefiPage, "Zébrer le quinquet")
    first = client.get(ADDRESS + "quinq")
    assert [one["title"] for one in first.json()["suggestions"]] == ["Zébrer le quinquet"]
    assert first["Cache-Control"] == "public, max-age=60"
    assert (
        client.get(ADDRESS + "quinq", headers={"If-None-Match": first["ETag"]}).status_code == 304
    )
    theme = Theme.objects.create(
        scheme=ThemeScheme.objects.filter(locale=page.locale).first(),
        name="Quinquets",
        slug="quinquets",
        locale=page.locale,
    )
    page.page_themes.add(PageTheme(theme=theme))
    page.save_revision().publish()
    assert titles(client, "quinq") == ["Quinquets", "Zébrer le quinquet"]
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert titles(client, "quinq") == []
    for_porteur = porteur.get(ADDRESS + "quinq")
    assert len(for_porteur.json()["suggestions"]) == 2
    assert for_porteur["Cache-Control"] == "private, no-store"
    assert "ETag" not in for_porteur
    page.unpublish()
    assert titles(porteur, "quinq") == []


def test_in_the_language_of_the_page(client, english):
    home = Page.objects.filter(locale=english, depth=2).first()
    home.add_child(instance=ContentPage(title="Zebra crossing", locale=english))
    rename(MethodPage, "Zébrure")
    assert titles(client, "zeb") == ["Zébrure"]
    assert suggested(client, "zeb", f"/en{ADDRESS}") == [
        {"title": "Zebra crossing", "url": "/en/zebra-crossing/", "type": "Plain page"}
    ]
