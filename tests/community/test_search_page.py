"""The search page: everything in one list, its filters, its extracts, and what stays private."""

import datetime
import json

import pytest
from django.core.files.base import ContentFile
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from community.models import CommunityDocument, Credit, Organisation, Person, Territory, Theme
from community.search.page.extracts import Words
from community.search.page.matched import MANY_TYPES, OF_EACH
from defis.models import DefiPage, DefiPorteur, DefiTerritory
from events.models import CampusPage, EditionPage
from home.models import ContentPage, HomePage
from tests.page_types import example

pytestmark = pytest.mark.django_db


def asked_for(client, **asked: str) -> dict:
    """Return the answer of the search as a program gets it."""
    return client.get("/recherche/", {**asked, "format": "json"}).json()


def titles(client, **asked: str) -> list[str]:
    return [result["title"] for result in asked_for(client, **asked)["results"]]


def counts(client, name: str, **asked: str) -> dict[str, int]:
    """Return how many results each option of a filter announces."""
    facets = client.get("/recherche/", asked).context["results"].facets
    options = [one for each in facets if each.facet.name == name for one in each.options]
    return {one.value: one.count for one in options}


@pytest.fixture
def quinquet(db) -> DefiPage:
    """A défi tied to one of each, all of them called after a word that nothing else holds."""
    page = example(DefiPage)
    page.summary = "Un quinquet éclaire la place."
    page.edition, page.campus = example(EditionPage), example(CampusPage)
    place = Territory.objects.create(name="Quinquet-sur-Mer", kind=Territory.Kind.COMMUNE)
    organisation = Organisation.objects.create(name="Ville du Quinquet", kind="commune")
    person = Person.objects.create(
        given_name="Zoé", family_name="Quinquet", public_source="Le Monde"
    )
    theme = Theme.objects.create(
        scheme=Theme.objects.first().scheme, locale=page.locale, name="Quinquets", slug="quinquets"
    )
    page.territories.add(DefiTerritory(territory=place))
    page.porteurs.add(DefiPorteur(organisation=organisation))
    page.credits.add(Credit(person=person, role=Credit.Role.PORTEUR))
    page.page_themes.create(theme=theme)
    page.save_revision().publish()
    return DefiPage.objects.get(pk=page.pk)


@pytest.fixture
def file(db) -> CommunityDocument:
    """A file to download, on a page of its own."""
    content = ContentFile(b"Le quinquet, mode d\xe2\x80\x99emploi", "quinquet.txt")
    document = CommunityDocument.objects.create(title="Quinquet, le guide", file=content)
    body = json.dumps([{"type": "document", "value": {"document": document.pk, "label": ""}}])
    example(HomePage).add_child(instance=ContentPage(title="Éclairage", body=body))
    return document


TIED = {"Quinquet-sur-Mer", "Ville du Quinquet", "Zoé Quinquet", "Quinquets"}


def test_everything_is_in_one_list_that_its_types_count(client, quinquet, file):
    answer = asked_for(client, q="quinquets")
    found = {result["title"]: result for result in answer["results"]}
    assert set(found) == TIED | {quinquet.title, file.title}
    assert answer["count"] == 6 and answer["pages"] == 1
    assert found[quinquet.title]["url"] == quinquet.get_url()
    assert found[file.title]["url"] == file.url
    types = counts(client, "type", q="quinquet")
    names = ("defi", "fichier", "theme", "territoire", "organisation", "personne")
    assert types == dict.fromkeys(names, 1)
    for name in names:
        assert asked_for(client, q="quinquet", type=name)["count"] == 1
    html = client.get("/recherche/", {"q": "quinquet"}).content.decode()
    assert "Un <mark>quinquet</mark> éclaire la place." in html
    assert "TXT, " in html and ">Éclairage</a>" in html

    # Each thing of the directories opens what is tied to it, and says what it is.
    for title in TIED:
        page = client.get(found[title]["url"])
        assert [one.result.title for one in page.context["answer"].others] == [quinquet.title]
        assert f"{title}</h1>" in page.content.decode()


def test_one_list_or_the_first_of_each_type(client):
    answer = asked_for(client, q="prototype")
    assert answer["count"] > 20
    page = client.get("/recherche/", {"q": "prototype", "par": "type"})
    groups = page.context["answer"].groups
    assert sum(group.total for group in groups) == answer["count"]
    most = OF_EACH if len(groups) <= MANY_TYPES else OF_EACH - 1
    assert all(len(group.shown) == min(most, group.total) for group in groups)
    pages = range(1, answer["pages"] + 1)
    every = [title for number in pages for title in titles(client, q="prototype", page=number)]
    for group in groups:
        assert client.get(f"/recherche/{group.url}&format=json").json()["count"] == group.total
        places = [every.index(one.result.title) for one in group.shown]
        assert places == sorted(places)


def test_editions_sites_and_themes_filter_what_is_around_them(client, quinquet, file):
    edition, site = example(EditionPage), example(CampusPage)
    for name, value in (("edition", edition.slug), ("site", site.slug), ("theme", "quinquets")):
        assert counts(client, name, q="quinquet")[value] == 1
        assert titles(client, q="quinquet", **{name: value}) == [quinquet.title]
    # The edition itself, what stands below it, what refers to it or to its sites; with its files.
    within = asked_for(client, edition=edition.slug)
    assert within["count"] == counts(client, "edition")[edition.slug]
    below = Page.objects.live().descendant_of(edition, inclusive=True).count()
    assert within["count"] >= below > 1
    body = json.dumps(
        [
            {"type": "document", "value": {"document": file.pk, "label": ""}},
            {"type": "paragraph", "value": f'<p><a linktype="page" id="{edition.pk}">Là</a></p>'},
        ]
    )
    example(HomePage).add_child(instance=ContentPage(title="Ailleurs", body=body))
    assert asked_for(client, edition=edition.slug)["count"] == within["count"] + 2
    assert set(titles(client, q="quinquet", edition=edition.slug)) == {quinquet.title, file.title}
    assert counts(client, "edition", q="quinquet")[edition.slug] == 2
    assert counts(client, "edition", q="quinquet", type="fichier")[edition.slug] == 1
    empty = client.get("/recherche/", {"q": "quinquet", "site": site.slug, "type": "fichier"})
    assert [one.total for one in empty.context["results"].relaxed] == [1, 1]


def test_what_is_private_is_not_found_nor_counted(client, editor, quinquet, file):
    def found() -> str:
        addresses = (
            "q=quinquet",
            "q=quinquet&par=type",
            "q=quinquet&format=json",
            "theme=quinquets",
            "",
        )
        return " ".join(client.get(f"/recherche/?{one}").content.decode() for one in addresses)

    everything = asked_for(client)["count"], counts(client, "type")
    carrier = Page.objects.get(title="Éclairage")
    restrictions = [
        PageViewRestriction.objects.create(page=page, restriction_type="login")
        for page in (quinquet.get_parent(), carrier)
    ]
    for word in (*TIED, quinquet.title, file.title, "Éclairage", "éclaire"):
        assert word not in found(), word
    assert asked_for(client, q="quinquet")["count"] == 0
    assert asked_for(editor, q="quinquet")["count"] == 6
    assert "defi" not in counts(client, "type")
    for restriction in restrictions:
        restriction.delete()
    assert (asked_for(client)["count"], counts(client, "type")) == everything

    Person.objects.filter(family_name="Quinquet").update(public_source="")
    closed = Collection.get_first_root_node().add_child(name="Fermée")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    CommunityDocument.objects.filter(pk=file.pk).update(collection=closed)
    assert set(titles(client, q="quinquet")) == TIED - {"Zoé Quinquet"} | {quinquet.title}
    person = Person.objects.get(family_name="Quinquet")
    hidden = client.get(f"/recherche/?personne={person.pk}").content.decode()
    assert "Zoé" not in hidden
    person.consent_on = datetime.date(2026, 1, 1)
    person.save()
    assert "Zoé Quinquet" in titles(client, q="quinquet")


def test_what_editors_chose_comes_first(client, quinquet):
    other = example(ContentPage)
    query = Query.get("lampes à huile")
    SearchPromotion.objects.create(
        query=query,
        sort_order=0,
        external_link_text="Un musée",
        external_link_url="https://example.org/",
    )
    SearchPromotion.objects.create(query=query, page=other, description="Lisez ceci", sort_order=1)
    for words in ("lampe huile", "l’huile des lampes"):
        answer = asked_for(client, q=words)
        assert [one["title"] for one in answer["results"][:2]] == ["Un musée", other.title]
        assert answer["results"][1]["extract"] == "Lisez ceci"
    assert "Un musée" not in titles(client, q="lampe")
    page = client.get("/recherche/", {"q": "lampe huile"}).content.decode()
    assert 'href="https://example.org/"' in page and other.get_url() in page
    PageViewRestriction.objects.create(page=other, restriction_type="login")
    assert other.title not in titles(client, q="lampe huile")


def test_programs_get_the_same_as_data(client):
    for accept, data in (
        ("application/json", True),
        ("text/html;q=0.5, application/json", True),
        ("text/html, application/json;q=0.9", False),
        ("*/*", False),
        ("junk", False),
        ("", False),
    ):
        response = client.get("/recherche/?q=campus", headers={"accept": accept})
        assert response.status_code == 200
        assert response["Content-Type"].startswith("application/json") is data, accept
        assert "Accept" in response["Vary"] and response["X-Robots-Tag"] == "noindex"
    answer = asked_for(client, q="campus")
    assert list(answer) == ["query", "corrected", "count", "page", "pages", "results"]
    assert all(set(one) == {"title", "url", "type", "extract"} for one in answer["results"])
    shown = client.get("/recherche/?q=campus").context["answer"].others
    assert [one.result.url for one in shown] == [one["url"] for one in answer["results"]]


def test_words_are_marked_whatever_their_form_and_nothing_else_is_html():
    words = Words(["acteurs innovation"], "fr")
    text = "<b>Les acteur·rice·s</b> de l’Innovation & d’ailleurs"
    marked = str(words.extract(text).html)
    assert "<mark>acteur·rice·s</mark>" in marked and "<mark>Innovation</mark>" in marked
    assert marked.startswith("&lt;b&gt;Les") and "&amp;" in marked
    long = "Rien à voir. " * 300 + "Des acteurs de l’innovation. " + "Rien non plus. " * 300
    passage = words.extract(long)
    assert passage.found and len(str(passage)) < 260
    assert not words.extract("Rien").found
