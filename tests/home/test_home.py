"""The home page shows what plugins offer, in the editor's order; the site map shows the tree."""

import logging

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Page

from community.plugins import home_sections
from defis.models import DefiPage, FollowUpPage
from events.models import EditionPage
from home.models import ContentPage, HomePage, NewsPage
from home.views import LONGEST_BRANCH
from methods.models import MethodPage
from tests.page_types import example

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> HomePage:
    return example(HomePage)


def set_sections(home, *keys: str, title: str = "") -> None:
    home.sections = [{"type": "section", "value": {"key": key, "title": title}} for key in keys]
    home.save()


def headings(client, address: str = "/") -> list[str]:
    html = BeautifulSoup(client.get(address).content.decode(), "html.parser")
    sections = html.select("main h2:not(.panels__name, .colophon h2)")
    return [heading.get_text(" ", strip=True) for heading in sections]


@pytest.mark.whatever_the_database
def test_the_sections_of_every_plugin_are_shown_without_a_fault(home, client, caplog):
    keys = [section.key for section in home_sections()]
    assert {key.partition(".")[0] for key in keys} == {"defis", "events", "home", "methods"}
    set_sections(home, *keys)
    with caplog.at_level(logging.ERROR, logger="community.plugins"):
        assert len(headings(client)) == len(keys)
    assert not caplog.records


@pytest.mark.whatever_the_database
def test_the_editor_orders_and_renames_them(home, client):
    set_sections(home, "methods.families", "defis.latest", title="Un titre choisi")
    assert headings(client) == ["Un titre choisi", "Un titre choisi"]
    html = client.get("/").content.decode()
    assert html.index("famille=") < html.index("/defis/2018-rennes")


@pytest.mark.whatever_the_database
def test_a_section_of_a_plugin_that_is_gone_leaves_no_hole(home, client):
    set_sections(home, "gone.section", "defis.latest")
    assert len(headings(client)) == 1


@pytest.mark.whatever_the_database
@pytest.mark.parametrize(
    ("key", "model"),
    [
        ("defis.latest", DefiPage),
        ("defis.follow_ups", FollowUpPage),
        ("events.editions", EditionPage),
        ("methods.families", MethodPage),
        ("home.news", NewsPage),
    ],
)
def test_a_section_without_content_is_not_shown(home, client, key, model):
    keys = [section.key for section in home_sections()]
    if key not in keys:
        key = next(each for each in keys if each.startswith("home."))
    set_sections(home, key)
    assert headings(client)
    model.objects.update(live=False)
    assert not headings(client)


@pytest.mark.whatever_the_database
def test_a_family_leads_to_its_methods(home, client):
    set_sections(home, "methods.families")
    html = BeautifulSoup(client.get("/").content.decode(), "html.parser")
    links = [link for link in html.select("main a") if "famille=" in link["href"]]
    assert len(links) == 8
    for link in links:
        total = client.get(link["href"]).context["results"].total
        assert str(total) in link.parent.get_text()


def test_a_new_defi_comes_first(home, client):
    set_sections(home, "defis.latest")
    page = DefiPage.objects.live().order_by("last_published_at").first()
    page.title = "Une question toute neuve ?"
    page.save_revision().publish()
    html = BeautifulSoup(client.get("/").content.decode(), "html.parser")
    assert html.select("main section a[href^='/defis/2']")[0]["href"] == page.get_url()


def test_a_home_page_stands_at_the_root_and_nowhere_else():
    assert HomePage.allowed_parent_page_models() == [Page]
    assert ContentPage in HomePage.allowed_subpage_models()


def test_plain_pages_may_be_nested(client):
    page = example(ContentPage)
    below = page.add_child(instance=ContentPage(title="Au-dessous", slug="au-dessous"))
    html = client.get(below.get_url()).content.decode()
    assert f'href="{page.get_url()}"' in html.split("<main")[0], "No breadcrumb."


def test_the_site_map_shows_every_page_once_where_it_stands(client):
    html = BeautifulSoup(client.get("/plan-du-site/").content.decode(), "html.parser")
    shown = [link["href"] for link in html.select("main .tree a")]
    pages = Page.objects.live().filter(depth__gt=2, locale__language_code="fr").order_by("path")
    # Of a long list only the index is shown, with how many pages it holds.
    folded = [page for page in pages if page.get_children().live().count() > LONGEST_BRANCH]
    assert {"glossaire", "methodes", "prototypes"} <= {page.slug for page in folded}
    listed = [page for page in pages if not any(page.is_descendant_of(one) for one in folded)]
    assert sorted(shown) == sorted(page.get_url() for page in listed)
    for page in folded:
        assert f"({page.get_children().live().count()})" in html.select_one("main .tree").text
    rennes = html.find("a", href="/editions/2018/rennes/")
    assert rennes.find_parent("ul").find_parent("li").find("a")["href"] == "/editions/2018/"


def test_the_site_map_of_a_language_shows_that_language(client):
    shown = client.get("/en/plan-du-site/").content.decode().split("<main")[1]
    assert 'href="/en/defis/"' in shown
    assert 'href="/defis/' not in shown
