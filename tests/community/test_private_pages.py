"""A private page asks for what opens it, and says nothing of itself before."""

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from wagtail.models import PageViewRestriction

from community.accounts.roles import EDITORS
from defis.models import DefiIndexPage, DefiPage
from tests.page_types import example

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return example(DefiPage)


def restrict(page, kind: str, **values) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type=kind, **values)


def test_a_page_for_members_leads_to_the_login_and_back(page, client, account):
    restrict(page, "login")
    response = client.get(page.get_url())
    assert response.status_code == 302
    login = response["Location"]
    assert page.get_url() in login
    shown = client.get(login)
    assert shown.status_code == 200
    html = shown.content.decode()
    assert page.title not in html
    assert "/admin/" not in html.split("<main")[1].split("</main")[0]
    client.post("/compte/connexion/", {"login": account("porteur").email})
    code = mail.outbox[0].subject.partition(" ")[0]
    data = {"code": code, "next": page.get_url()}
    assert client.post("/compte/connexion/code/", data)["Location"] == page.get_url()
    assert client.get(page.get_url()).status_code == 200


def test_a_password_opens_its_page(page, client):
    restrict(page, "password", password="sésame")
    asked = client.get(page.get_url())
    html = asked.content.decode()
    assert asked.status_code == 200
    assert page.title not in html
    assert 'type="password"' in html
    form = asked.context["action_url"]
    wrong = client.post(form, {"password": "faux", "return_url": page.get_url()})
    assert wrong.status_code == 200
    assert page.title not in wrong.content.decode()
    right = client.post(form, {"password": "sésame", "return_url": page.get_url()})
    assert right["Location"] == page.get_url()
    assert page.title in client.get(page.get_url()).content.decode()
    assert page in client.get("/defis/").context["results"].everything


def test_a_group_opens_its_page(page, client, editor, porteur):
    restrict(page, "groups").groups.add(Group.objects.get(name=EDITORS))
    assert editor.get(page.get_url()).status_code == 200
    assert porteur.get(page.get_url()).status_code == 302
    assert client.get(page.get_url()).status_code == 302


def test_the_feed_of_a_private_list_is_private(client, porteur):
    index = example(DefiIndexPage)
    restrict(index, "login")
    assert client.get(f"{index.get_url()}flux/").status_code == 302
    assert porteur.get(f"{index.get_url()}flux/").status_code == 200


@pytest.mark.parametrize("kind", ["login", "groups", "password"])
def test_a_private_page_is_kept_by_no_cache(page, client, editor, kind):
    restriction = restrict(page, kind, password="x" if kind == "password" else "")
    if kind == "groups":
        restriction.groups.add(Group.objects.get(name=EDITORS))
    for who in (client, editor):
        response = who.get(page.get_url())
        control = response.get("Cache-Control", "")
        assert "private" in control or "no-store" in control or "no-cache" in control
