"""A porteur reports on the défi that is theirs; a moderator reads it before it shows."""

import pytest
from django.test import TestCase
from django.urls import reverse
from wagtail.models import WorkflowState

from defis.models import DefiPage, FollowUpPage, PrototypePage, State
from defis.teams import add_member, team_of
from tests.filling import create, faults, filled, page_form
from tests.page_types import example


@pytest.fixture
def data(first, account):
    form = page_form(FollowUpPage(locale=first.locale), account("porteur"), first)
    values = {"state": State.STOPPED, "date": "2030-02-01"}
    return filled(form, title="La suite du zorglub", slug="zorglub", **values)


@pytest.fixture
def submitted(porteur, first, data) -> FollowUpPage:
    response = create(porteur, first, FollowUpPage, data, **{"action-submit": "1"})
    assert response.status_code == 302, faults(response)
    return FollowUpPage.objects.get(slug="zorglub")


def approve(client, page) -> object:
    task = page.current_workflow_state.current_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk])
    return client.post(address, {"comment": "Merci."})


def test_the_journey_of_a_follow_up(submitted, coordinator, client, first):
    before = client.get(first.get_url()).context["page"].state
    assert not submitted.live
    assert submitted.workflow_in_progress
    assert "zorglub" not in client.get(first.get_url()).content.decode()
    waiting = coordinator.get(reverse("wagtailadmin_home")).content.decode()
    assert "La suite du zorglub" in waiting

    response = approve(coordinator, submitted)
    assert response.status_code == 302
    submitted.refresh_from_db()
    assert submitted.live
    shown = client.get(first.get_url())
    assert "La suite du zorglub" in shown.content.decode()
    assert shown.context["page"].state == State.STOPPED != before
    assert shown.context["follow_ups"][0] == submitted
    assert first in client.get("/defis/?etat=stopped").context["results"].page.object_list


def test_a_moderator_may_send_it_back(submitted, porteur, coordinator, client, first):
    task = submitted.current_workflow_state.current_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[submitted.pk, "reject", task.pk])
    coordinator.post(address, {"comment": "Qui dit cela ?"})
    submitted.refresh_from_db()
    assert not submitted.live
    assert submitted.current_workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES
    edit = porteur.get(reverse("wagtailadmin_pages:edit", args=[submitted.pk]))
    assert edit.status_code == 200


def test_a_porteur_publishes_nothing(porteur, first, data):
    response = create(porteur, first, FollowUpPage, data, **{"action-publish": "1"})
    assert response.status_code == 302
    page = FollowUpPage.objects.get(slug="zorglub")
    assert not page.live
    assert not page.permissions_for_user(page.owner).can_publish()


def test_a_porteur_approves_nothing(submitted, porteur):
    assert approve(porteur, submitted).status_code in (302, 403)
    submitted.refresh_from_db()
    assert not submitted.live


def test_a_porteur_reports_on_no_other_defi(porteur, defi, data):
    response = create(porteur, defi, FollowUpPage, data, **{"action-submit": "1"})
    assert response.status_code in (302, 403)
    assert not FollowUpPage.objects.filter(slug="zorglub").exists()


@pytest.mark.parametrize("model", [DefiPage, PrototypePage, FollowUpPage])
def test_a_porteur_edits_no_page_of_others(porteur, model):
    page = example(model).get_siblings(inclusive=True).last()
    if model is FollowUpPage:
        FollowUpPage.objects.filter(pk=page.pk).update(owner=None)
    response = porteur.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert response.status_code in (302, 403)


def test_a_porteur_leaves_the_fiche_itself_alone(porteur, first, account):
    allowed = first.permissions_for_user(account("porteur"))
    assert allowed.can_add_subpage()
    for right in (
        "edit",
        "publish",
        "unpublish",
        "delete",
        "move",
        "set_view_restrictions",
    ):
        assert not getattr(allowed, f"can_{right}")(), right


def test_a_porteur_finds_the_way_to_the_fiche(porteur, first):
    explorer = porteur.get(reverse("wagtailadmin_explore", args=[first.pk]))
    assert explorer.status_code == 200
    add = reverse("wagtailadmin_pages:add", args=["defis", "followuppage", first.pk])
    assert porteur.get(add).status_code == 200


def test_nothing_but_a_follow_up_goes_below_a_defi(first):
    assert DefiPage.allowed_subpage_models() == [FollowUpPage]
    assert FollowUpPage.allowed_parent_page_models() == [DefiPage]


def test_rights_given_twice_are_given_once(account, defi):
    user = account("porteur")
    assert add_member(team_of(defi), user) == add_member(team_of(defi), user)
    assert user.groups.filter(name__contains=defi.slug).count() == 1


def test_what_waits_for_a_moderator_is_shown_nowhere(submitted, client):
    for address in ("/plan-du-site/", "/sitemap.xml", "/recherche/?q=zorglub", "/"):
        assert "La suite du" not in client.get(address).content.decode()
    assert client.get(submitted.get_url()).status_code == 404


def test_moderators_are_told_by_mail(porteur, first, data, account, mailoutbox):
    with TestCase.captureOnCommitCallbacks(execute=True):
        create(porteur, first, FollowUpPage, data, **{"action-submit": "1"})
    told = {address for mail in mailoutbox for address in mail.to}
    assert account("coordinator").email in told
    assert account("porteur").email not in told
