"""The administration helps: columns, tabs, help, comments, accessibility checker, dashboard."""

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Comment

from defis.models import DefiIndexPage, DefiPage, FollowUpPage
from tests.filling import filled, page_form
from tests.page_types import PAGE_TYPES, example, label

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

CHECKER = "checker-axe-configuration"

every_type = pytest.mark.parametrize("model", PAGE_TYPES, ids=label)


def soup(response) -> BeautifulSoup:
    assert response.status_code == 200
    return BeautifulSoup(response.content.decode(), "html.parser")


@every_type
def test_the_form_has_the_same_four_tabs_everywhere(model, editor):
    html = soup(editor.get(reverse("wagtailadmin_pages:edit", args=[example(model).pk])))
    tabs = [tab.get_text(" ", strip=True).partition(" (")[0] for tab in html.select("[role=tab]")]
    assert tabs[:3] == ["Contenu", "Personnes, thèmes, liens", "Licence et source"]
    assert len(tabs) == 4
    assert html.select_one("[name=summary]")
    assert html.select_one("[name=licence]")


def test_a_rule_is_stated_where_it_applies(editor):
    html = soup(editor.get(reverse("wagtailadmin_pages:edit", args=[example(DefiPage).pk])))
    described = {field["name"] for field in html.select("[aria-describedby][name]")}
    assert {"title", "number", "campus", "initial_state", "summary", "cover"} <= described


def test_the_explorer_shows_what_tells_defis_apart(editor):
    html = soup(editor.get(reverse("wagtailadmin_explore", args=[example(DefiIndexPage).pk])))
    heads = " ".join(cell.get_text(" ", strip=True) for cell in html.select("thead th"))
    for word in ("Site", "État", "Complétude"):
        assert word in heads
    rows = " ".join(row.get_text(" ") for row in html.select("tbody tr"))
    assert "Rennes" in rows
    assert "%" in rows


def test_a_list_of_defis_is_filtered_and_searched(editor):
    address = reverse("defi_listing:index")
    assert len(soup(editor.get(address, {"q": "piscines"})).select("tbody tr")) < 5
    state = example(DefiPage).state
    rows = soup(editor.get(address, {"state": state})).select("tbody tr")
    assert len(rows) == DefiPage.objects.filter(state=state).count()


def test_a_porteur_sees_the_follow_ups_that_are_theirs_to_write(porteur):
    shown = soup(porteur.get(reverse("follow_up_listing:index"))).get_text()
    for page in FollowUpPage.objects.all():
        mine = page.get_parent().pk == example(DefiPage).pk
        assert not mine or page.title in shown


def test_an_editor_comments_on_a_field(editor, account):
    page, user = example(DefiPage), account("editor")
    data = filled(
        page_form(page, user, page.get_parent()),
        title=page.title, slug=page.slug, number=str(page.number),
    )  # fmt: skip
    data |= {
        "comments-TOTAL_FORMS": "1",
        "comments-0-id": "",
        "comments-0-text": "Qui dit cela ?",
        "comments-0-contentpath": "title",
        "comments-0-position": "",
        "comments-0-resolved": "",
        "comments-0-DELETE": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
        "comments-0-replies-MIN_NUM_FORMS": "0",
        "comments-0-replies-MAX_NUM_FORMS": "1000",
    }
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert editor.post(edit, data).status_code == 302
    comment = Comment.objects.get(page=page)
    assert (comment.text, comment.user) == ("Qui dit cela ?", user)
    assert "Qui dit cela ?" in editor.get(edit).content.decode()


def test_the_accessibility_checker_is_on(editor, client):
    page = example(DefiPage)
    assert CHECKER not in client.get(page.get_url()).content.decode()
    bar = soup(editor.get(page.get_url())).find("template", id="wagtail-userbar-template")
    configuration = json.loads(bar.find("script", id=CHECKER).string)
    assert configuration["options"]["runOnly"]


def test_the_dashboard_of_each_role_opens(editor, coordinator, porteur):
    for client in (editor, coordinator, porteur):
        html = soup(client.get(reverse("wagtailadmin_home")))
        assert html.h1


def test_the_administration_speaks_french(editor):
    html = soup(editor.get(reverse("wagtailadmin_home")))
    assert html.html["lang"] == "fr"
    props = json.loads(html.find("script", id="wagtail-sidebar-props").string)
    menu = json.dumps(props, ensure_ascii=False)
    for word in ("Défis", "Prototypes", "Suivis", "Répertoires", "Menus"):
        assert f'"label": "{word}"' in menu
