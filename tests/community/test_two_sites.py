"""Two sites on one installation: neither shows anything of the other."""

import pytest
from django.core.cache import cache
from wagtail.models import Page, Site

from defis.models import DefiIndexPage, DefiPage, FollowUpPage, PrototypeIndexPage, PrototypePage
from home.models import HomePage, NewsIndexPage, NewsPage
from tests.page_types import INDEX_TYPES, example

pytestmark = pytest.mark.django_db

HERE, THERE = {"HTTP_HOST": "testserver"}, {"HTTP_HOST": "autre.example"}
ADDRESSES = ("", "defis/", "defis/flux/", "prototypes/", "prototypes/flux/", "actualites/")
SHARED = ("plan-du-site/", "sitemap.xml", "recherche/?q=zorglub", "recherche/?q=comment")


@pytest.fixture(autouse=True)
def other_site(french, settings) -> Site:
    """Another site, with pages of the same types and the same addresses."""
    settings.ALLOWED_HOSTS = ["*"]
    home = HomePage(title="Zorglub : l’autre", slug="autre", locale=french)
    Page.get_first_root_node().add_child(instance=home)
    home.sections = example(HomePage).sections
    home.save()
    defis = home.add_child(instance=DefiIndexPage(title="Défis zorglub", slug="defis"))
    defi = DefiPage(title="Comment zorgluber ?", slug="zorglub", number=1)
    defis.add_child(instance=defi)
    defi.add_child(
        instance=FollowUpPage(title="Suite zorglub", slug="s", state="stopped", date="2030-01-01")
    )
    prototypes = home.add_child(instance=PrototypeIndexPage(title="Zorglubs", slug="prototypes"))
    prototype = PrototypePage(title="Prototype zorglub", slug="zorglub", kind="game")
    prototypes.add_child(instance=prototype)
    # A tie from one site to the other: an editor may have chosen the wrong page.
    prototype.prototype_defis.create(defi=example(DefiPage))
    prototype.save_revision().publish()
    news = home.add_child(instance=NewsIndexPage(title="Zorglub", slug="actualites"))
    news.add_child(instance=NewsPage(title="Une nouvelle zorglub", slug="n", date="2030-01-01"))
    cache.clear()
    return Site.objects.create(hostname="autre.example", root_page=home, site_name="L’autre")


def text(client, address: str, host: dict[str, str]) -> str:
    response = client.get(f"/{address}", **host)
    assert response.status_code == 200, address
    return response.content.decode().replace('value="zorglub"', "").replace("q=zorglub", "")


def test_the_first_site_shows_nothing_of_the_second(client):
    for address in (*ADDRESSES, *SHARED, "defis/2018-rennes-1-glaciere/"):
        html = text(client, address, HERE)
        assert "orgluber" not in html, address
        assert "zorglub<" not in html.replace("“zorglub”", ""), address
        assert "Zorglub :" not in html, address


def test_the_second_site_shows_nothing_of_the_first(client):
    titles = list(DefiPage.objects.exclude(slug="zorglub").values_list("title", flat=True))
    titles += [example(model).title for model in (NewsPage, FollowUpPage)]
    for address in (*ADDRESSES, *SHARED, "defis/zorglub/", "prototypes/zorglub/"):
        html = text(client, address, THERE)
        assert not [title for title in titles if title in html], address


def test_each_has_its_own_pages(client):
    assert "Comment zorgluber" in text(client, "defis/", THERE)
    assert client.get("/defis/", **THERE).context["results"].total == 1
    here = DefiPage.objects.live().descendant_of(example(DefiIndexPage))
    assert client.get("/defis/", **HERE).context["results"].total == here.count()
    assert client.get("/methodes/", **THERE).status_code == 404
    assert client.get("/defis/zorglub/", **HERE).status_code == 404


def test_feeds_and_site_maps_lead_to_their_own_host(client, other_site):
    for address in ("defis/flux/", "sitemap.xml"):
        assert "autre.example" in text(client, address, THERE)
        assert "autre.example" not in text(client, address, HERE)


def test_facets_offer_the_values_of_their_site(client):
    states = {
        option.value
        for found in client.get("/defis/", **HERE).context["results"].facets
        for option in found.options
    }
    assert "stopped" not in states - {page.state for page in DefiPage.objects.exclude(number=99)}
    there = client.get("/defis/", **THERE).context["results"].facets
    assert {found.facet.name for found in there} == {"etat"}
    assert len(INDEX_TYPES) >= 5
