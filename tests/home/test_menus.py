"""The menus: one of each in each language, made by editors, without what the reader may not see."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import PageViewRestriction
from wagtail.test.utils.form_data import nested_form_data, streamfield

from defis.models import DefiIndexPage
from home.models import Menu
from tests.page_types import example

pytestmark = pytest.mark.django_db


@pytest.fixture
def menu(french) -> Menu:
    """A main menu of two links: a page, and an address."""
    menu = Menu.objects.get(kind=Menu.Kind.MAIN, locale=french)
    page = example(DefiIndexPage).pk
    menu.items = [
        {"type": "link", "value": {"page": page, "address": "", "label": ""}},
        {"type": "link", "value": {"page": None, "address": "/plan-du-site/", "label": "Plan"}},
    ]
    menu.save()
    return menu


def links(client, address: str = "/") -> dict[str, str]:
    """Return the links of the main menu by label, with how each says that it is the current one."""
    html = BeautifulSoup(client.get(address).content.decode(), "html.parser")
    return {
        link.get_text(strip=True): link.get("aria-current", "")
        for link in html.select("header .menu__list a")
    }


@pytest.mark.whatever_the_database
def test_the_menu_of_the_editor_is_shown(menu, client):
    assert list(links(client)) == ["Défis", "Plan"]


@pytest.mark.whatever_the_database
def test_the_current_page_and_section_are_marked(menu, client):
    assert links(client, "/defis/")["Défis"] == "page"
    assert links(client, "/plan-du-site/") == {"Défis": "", "Plan": "page"}
    assert links(client, "/defis/2018-rennes-1-glaciere/")["Défis"] == "true"


def test_a_private_page_is_not_in_the_menu(menu, client, porteur):
    PageViewRestriction.objects.create(page=example(DefiIndexPage), restriction_type="login")
    assert list(links(client)) == ["Plan"]
    assert list(links(porteur)) == ["Défis", "Plan"]


def test_an_unpublished_or_deleted_page_is_not_in_the_menu(menu, client):
    example(DefiIndexPage).unpublish()
    assert list(links(client)) == ["Plan"]
    DefiIndexPage.objects.all().delete()
    assert list(links(client)) == ["Plan"]


def test_without_a_menu_the_lists_of_the_plugins_are_offered(client, french):
    Menu.objects.filter(locale=french).delete()
    html = client.get("/").content.decode()
    for address in ("/defis/", "/prototypes/", "/methodes/", "/editions/"):
        assert f'href="{address}"' in BeautifulSoup(html, "html.parser").header.decode()


def test_each_language_has_its_own_menu(menu, client):
    assert "Plan" not in client.get("/en/").content.decode().split("<main")[0]


def form(*values: dict[str, str], kind: str = "main") -> dict[str, str]:
    blocks = streamfield([("link", value) for value in values])
    return nested_form_data({"kind": kind, "items": blocks})


LINK = {"page": "", "address": "/plan-du-site/", "label": "Plan"}


def save(client, menu, *values) -> object:
    address = reverse(Menu.snippet_viewset.get_url_name("edit"), args=[menu.pk])
    return client.post(address, form(*values))


@pytest.mark.whatever_the_database
def test_an_editor_changes_the_menu(menu, editor, client):
    assert save(editor, menu, {**LINK, "label": "Carte"}).status_code == 302
    assert list(links(client)) == ["Carte"]


@pytest.mark.whatever_the_database
@pytest.mark.parametrize(
    "wrong",
    [
        {"label": ""},
        {"address": ""},
        {"address": "javascript:alert(1)"},
        {"address": "plan-du-site"},
        {"address": "//ailleurs.example"},
        {"page": "1"},
    ],
    ids=str,
)
def test_a_link_goes_to_one_place_and_has_a_text(menu, editor, wrong):
    response = save(editor, menu, {**LINK, **wrong})
    assert response.status_code == 200
    assert response.context["form"].errors


def test_there_is_one_menu_of_each_kind_in_a_language(editor):
    response = editor.post(reverse(Menu.snippet_viewset.get_url_name("add")), form(LINK))
    assert response.status_code == 200
    assert Menu.objects.filter(kind="main", locale__language_code="fr").count() == 1
