"""One's own space: the account, the data to take away, and leaving."""

import json
import re

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from community.models import Follower, Message, User
from community.plugins import plugins
from community.space.erasing import erase
from defis.models import DefiPage, Membership
from events.models import CampusCoordination
from methods.models import SessionPlan
from tests.page_types import example

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]


def recently(client, user):
    """Sign in, as somebody who did it a moment ago."""
    client.post("/compte/connexion/", {"login": user.email})
    code = re.search(r"\d{4}-\d{4}", mail.outbox[-1].subject)[0]
    client.post("/compte/connexion/code/", {"code": code})
    return client


def test_a_space_with_nothing_in_it_says_what_it_is_for(client):
    user = User.objects.create_user("ama@maillage.example")
    client.force_login(user)
    html = client.get("/espace/").content.decode()
    assert user.email in html
    assert "/admin/" not in html.split("<main")[1].split("</main")[0]


def test_the_name_and_the_language_are_ones_own_to_change(porteur, account):
    data = {"first_name": "Ama", "last_name": "Diallo", "language": "en", "email": "x@y.example"}
    assert porteur.post("/espace/compte/", data)["Location"] == "/espace/compte/"
    user = account("porteur")
    assert user.get_full_name() == "Ama Diallo"
    assert user.wagtail_userprofile.preferred_language == "en"
    assert "Ama" in porteur.get("/espace/compte/").content.decode()
    assert porteur.post("/espace/compte/", {"language": "xx\0"}).status_code == 200


def test_signing_out_everywhere_else(porteur, account):
    elsewhere = Client()
    elsewhere.force_login(account("porteur"))
    assert porteur.get("/espace/compte/partout/").status_code == 405
    assert porteur.post("/espace/compte/partout/").status_code == 302
    assert porteur.get("/espace/").status_code == 200
    assert elsewhere.get("/espace/").status_code == 302
    assert porteur.post("/espace/compte/partout/").status_code == 302
    assert porteur.get("/espace/").status_code == 200


def test_the_file_has_everything(signed_in, account):
    user = account("campus")
    Message.objects.create(key="k", user=user, address=user.email, subject="Bonjour", text="…")
    SessionPlan.objects.create(owner=user, title="Une séance à moi", state={"duree": "120"})
    follower = Follower.objects.create(address=user.email, language="fr")
    follower.follows.create(kind="site", key="", confirmed_at=timezone.now())
    answer = signed_in("campus").get("/espace/donnees/telecharger/")
    assert answer["Content-Disposition"] == 'attachment; filename="maillage-mes-donnees.json"'
    assert "no-store" in answer["Cache-Control"]
    text = answer.content.decode()
    group = CampusCoordination.objects.filter(group__user=user).first().group
    for known in (
        "Mes abonnements par courriel",
        user.email,
        user.first_name,
        "Bonjour",
        "Une séance à moi",
        group.name,
    ):
        assert json.dumps(known, ensure_ascii=False).strip('"') in text
    assert account("editor").email not in text
    assert user.password not in text


def test_a_part_that_fails_is_named_in_the_file(porteur, account, monkeypatch):
    def fail(self, user):
        raise RuntimeError("broken")

    plugin = next(plugin for plugin in plugins() if plugin.label == "methods")
    for broken in (fail, lambda self, user: {"x": object()}):
        monkeypatch.setattr(type(plugin), "export_person", broken)
        answer = porteur.get("/espace/donnees/telecharger/")
        data = json.loads(answer.content)
        assert "incompletes" in answer["Content-Disposition"]
        assert [str(plugin.verbose_name)] == list(data.values())[1]
        assert account("porteur").email in answer.content.decode()


def test_leaving_is_asked_twice_and_takes_all_but_the_pages(client, account):
    user = account("porteur")
    key = user.pk
    page = example(DefiPage)
    page.owner = user
    page.save()
    SessionPlan.objects.create(owner=user, title="Une séance à moi")
    Message.objects.create(key="k", address=user.email, subject="Bonjour", text="…")
    Follower.objects.create(address=user.email, language="fr")
    recently(client, user)
    address = "/espace/donnees/supprimer/"
    assert user.email in client.get(address).content.decode()
    assert client.post(address, {"address": "other@maillage.example"}).status_code == 200
    assert User.objects.filter(pk=user.pk).exists()
    done = client.post(address, {"address": f" {user.email.upper()} "})
    assert done["Location"] == "/espace/au-revoir/"
    assert client.get(done["Location"]).status_code == 200
    assert client.get("/espace/").status_code == 302
    page.refresh_from_db()
    assert page.owner is None
    assert page.live
    assert not SessionPlan.objects.filter(title="Une séance à moi").exists()
    assert not Membership.objects.filter(user_id=key).exists()
    for model in (Message, Follower):
        assert not model.objects.filter(address=user.email).exists()


def test_leaving_needs_somebody_who_is_there(porteur):
    """A session left open on a shared computer must not be enough."""
    asked = porteur.get("/espace/donnees/supprimer/")
    assert asked["Location"].startswith("/compte/confirmer/")


def test_a_plugin_that_cannot_forget_keeps_everything(client, account, monkeypatch):
    user = account("porteur")
    SessionPlan.objects.create(owner=user, title="Une séance à moi")

    def fail(self, user):
        raise RuntimeError("broken")

    last = list(plugins())[-1]
    monkeypatch.setattr(type(last), "erase_person", fail)
    recently(client, user)
    answer = client.post("/espace/donnees/supprimer/", {"address": user.email})
    assert answer.status_code == 200
    assert str(last.verbose_name) in answer.content.decode()
    assert SessionPlan.objects.filter(owner=user).exists()


def test_the_only_administrator_stays(client):
    root = User.objects.create_superuser("root@maillage.example")
    recently(client, root)
    answer = client.post("/espace/donnees/supprimer/", {"address": root.email})
    assert 'role="alert"' in answer.content.decode()
    assert User.objects.filter(pk=root.pk).exists()
    other = User.objects.create_superuser("other@maillage.example")
    erase(other)
    assert not User.objects.filter(email="other@maillage.example").exists()
