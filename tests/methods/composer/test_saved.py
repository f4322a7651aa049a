"""Saved sessions belong to one person; others may read what is shared with them, and no more."""

import pytest
from django.test import Client
from django.urls import reverse

from methods.composer.query import state_of
from methods.composer.saved import MOST_PLANS, plan_of
from methods.models import MethodPage, SessionPlan
from tests.junk import JUNK, check

pytestmark = pytest.mark.django_db

SESSION = {
    "duree": "60",
    "personnes": "13",
    "famille": "testing",
    "lieu": "remote",
    "titre": "L’essai du jeudi",
    "e": ["methode.50.cinq-pourquoi", "pause.10"],
    "n0": "Une note",
}
OWN_VERBS = ("rename_session", "delete_session")


@pytest.fixture
def saved(porteur, account) -> SessionPlan:
    SessionPlan.objects.all().delete()
    porteur.post(reverse("methods:save_session"), SESSION)
    return SessionPlan.objects.get(owner=account("porteur"))


def address(name: str, saved: SessionPlan) -> str:
    return reverse(f"methods:{name}", args=[saved.token])


def test_it_is_saved_and_listed(saved, porteur):
    assert saved.title == "L’essai du jeudi"
    plan = plan_of(saved)
    assert (plan.wish.minutes, plan.wish.people, plan.total) == (60, 13, 60)
    assert plan.items[0].note == "Une note"
    for page in (reverse("methods:my_sessions"), reverse("space")):
        assert "L’essai du jeudi" in porteur.get(page).content.decode()


def test_saving_again_changes_the_same_one(saved, porteur):
    body = {**SESSION, "seance": saved.token, "titre": "Un autre titre"}
    answer = porteur.post(reverse("methods:save_session"), body)
    assert f"seance={saved.token}" in answer["Location"]
    saved.refresh_from_db()
    assert saved.title == "Un autre titre"
    assert SessionPlan.objects.count() == 1
    page = porteur.get(answer["Location"].split("#")[0])
    assert page.context["unchanged"]


def test_saving_the_session_of_somebody_else_makes_a_copy(saved, editor, account):
    editor.post(reverse("methods:save_session"), {**SESSION, "seance": saved.token, "titre": "X"})
    saved.refresh_from_db()
    assert saved.title == "L’essai du jeudi"
    assert SessionPlan.objects.get(owner=account("editor")).token != saved.token


def test_visitors_are_sent_to_sign_in_and_come_back_to_their_session(client, db):
    before = SessionPlan.objects.count()
    answer = client.post(reverse("methods:save_session"), SESSION)
    assert answer["Location"].startswith(reverse("account_login"))
    assert "cinq-pourquoi" in answer["Location"]
    assert SessionPlan.objects.count() == before
    assert client.get(reverse("methods:my_sessions")).status_code == 302


def test_a_form_of_another_site_saves_nothing(account):
    stranger = Client(enforce_csrf_checks=True)
    stranger.force_login(account("porteur"))
    before = SessionPlan.objects.count()
    assert stranger.post(reverse("methods:save_session"), SESSION).status_code == 403
    assert SessionPlan.objects.count() == before


def test_whoever_has_the_link_reads_it(saved, client, editor):
    for who in (client, editor):
        html = who.get(address("shared_session", saved)).content.decode()
        assert "L’essai du jeudi" in html
        assert "Une note" in html
    assert client.get("/composer/seance/zorglub/").status_code == 404


@pytest.mark.parametrize("name", OWN_VERBS)
def test_the_plans_of_others_do_not_exist(name, saved, client, editor):
    for who in (client, editor):
        assert who.post(address(name, saved), {"titre": "Volé"}).status_code == 404
    saved.refresh_from_db()
    assert saved.title == "L’essai du jeudi"
    for page in (reverse("methods:my_sessions"), reverse("space")):
        assert saved.title not in editor.get(page).content.decode()
    assert editor.get(address("delete_session", saved)).status_code == 404


def test_renaming(saved, porteur):
    porteur.post(address("rename_session", saved), {"titre": "  Le \0 nouveau  titre "})
    saved.refresh_from_db()
    assert saved.title == plan_of(saved).title == "Le nouveau titre"
    porteur.post(address("rename_session", saved), {"titre": " "})
    saved.refresh_from_db()
    assert saved.title == "Le nouveau titre"


def test_duplicating_ones_own_or_a_shared_one(saved, porteur, editor, account, client):
    porteur.post(address("duplicate_session", saved))
    assert SessionPlan.objects.filter(owner=account("porteur")).count() == 2
    editor.post(address("duplicate_session", saved))
    copy = SessionPlan.objects.get(owner=account("editor"))
    assert plan_of(copy).items == plan_of(saved).items
    assert copy.token != saved.token
    answer = client.post(address("duplicate_session", saved))
    assert answer["Location"].startswith(reverse("account_login"))


def test_deleting_asks_first(saved, porteur):
    assert porteur.get(address("delete_session", saved)).status_code == 200
    assert SessionPlan.objects.filter(pk=saved.pk).exists()
    porteur.post(address("delete_session", saved))
    assert not SessionPlan.objects.filter(pk=saved.pk).exists()


def test_a_method_that_vanished_leaves_its_minutes(saved, porteur, client):
    MethodPage.objects.get(slug="cinq-pourquoi", locale__language_code="fr").unpublish()
    shared = client.get(address("shared_session", saved))
    assert shared.context["sheet"].plan.total == 60
    assert "Cinq pourquoi" not in shared.content.decode()
    # Neither its name nor its address is told to others.
    assert "cinq-pourquoi" not in shared.content.decode()
    mine = porteur.get(reverse("methods:my_sessions"))
    assert mine.context["plans"][0]["plan"].total == 60


def test_there_is_a_most(saved, porteur, account):
    SessionPlan.objects.bulk_create(
        SessionPlan(owner=account("porteur"), title="x") for _n in range(MOST_PLANS - 1)
    )
    answer = porteur.post(reverse("methods:save_session"), SESSION)
    assert answer.status_code == 200
    porteur.post(address("duplicate_session", saved))
    assert SessionPlan.objects.filter(owner=account("porteur")).count() == MOST_PLANS


@pytest.mark.parametrize("state", [{}, [], None, {"e": 5}, {"duree": ["x"], "e": ["\u2400"]}, "x"])
def test_a_state_that_is_not_one_is_still_a_page(state, saved, porteur, client):
    SessionPlan.objects.filter(pk=saved.pk).update(state=state if state is not None else {})
    assert porteur.get(reverse("methods:my_sessions")).status_code == 200
    assert client.get(address("shared_session", saved)).status_code == 200


@pytest.mark.parametrize("junk", JUNK)
def test_junk(junk, porteur):
    body = "&".join(f"{name}={JUNK[junk]}" for name in ("e", "titre", "seance", "duree", "faire"))
    for name in ("save_session", "publish_session"):
        for more in ("", "&e=pause.10"):
            response = porteur.post(
                reverse(f"methods:{name}"), body + more, "application/x-www-form-urlencoded"
            )
            check(response)


def test_the_list_asks_the_same_of_the_database_however_long(
    saved, porteur, account, django_assert_num_queries
):
    from tests.queries import queries

    before = queries(porteur, reverse("methods:my_sessions"))
    state = state_of(plan_of(saved))
    SessionPlan.objects.bulk_create(
        SessionPlan(owner=account("porteur"), title="x", state=state) for _n in range(20)
    )
    assert queries(porteur, reverse("methods:my_sessions")) == before
