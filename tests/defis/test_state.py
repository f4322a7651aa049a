"""The state of a défi is what its latest published follow-up says, whatever happens to it."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import PageViewRestriction

from defis.models import DefiPage, State

JANUARY, JUNE = date(2019, 1, 15), date(2019, 6, 15)


def state_of(defi: DefiPage) -> str:
    return DefiPage.objects.get(pk=defi.pk).state


def test_the_latest_follow_up_says_it(defi, report):
    report(defi, State.TESTING, JANUARY)
    assert state_of(defi) == State.TESTING
    report(defi, State.DEPLOYED, JUNE)
    assert state_of(defi) == State.DEPLOYED


def test_latest_is_a_matter_of_date_not_of_publication(defi, report):
    report(defi, State.DEPLOYED, JUNE)
    report(defi, State.TESTING, JANUARY)
    assert state_of(defi) == State.DEPLOYED


def test_on_one_day_the_last_written_says_it(defi, report):
    report(defi, State.TESTING, JUNE)
    report(defi, State.STOPPED, JUNE)
    assert state_of(defi) == State.STOPPED


def test_a_draft_says_nothing(defi, report):
    page = report(defi, State.TESTING, JANUARY)
    page.state = State.STOPPED
    page.save_revision()
    assert state_of(defi) == State.TESTING


def test_a_new_edition_of_a_follow_up_counts_once_published(defi, report):
    page = report(defi, State.TESTING, JANUARY)
    page.state = State.STOPPED
    page.save_revision().publish()
    assert state_of(defi) == State.STOPPED


def test_a_follow_up_planned_for_later_says_nothing_yet(defi, report):
    page = report(defi, State.TESTING, JANUARY)
    page.unpublish()
    page.go_live_at = timezone.now() + timedelta(days=2)
    page.save_revision().publish()
    assert state_of(defi) == defi.initial_state


def test_what_is_unpublished_says_nothing_any_more(defi, report):
    report(defi, State.TESTING, JANUARY)
    latest = report(defi, State.DEPLOYED, JUNE)
    latest.unpublish()
    assert state_of(defi) == State.TESTING


def test_what_is_deleted_says_nothing_any_more(defi, report):
    report(defi, State.TESTING, JANUARY).delete()
    assert state_of(defi) == defi.initial_state


def test_deleting_a_defi_with_its_follow_ups_works(defi, report):
    report(defi, State.TESTING, JANUARY)
    DefiPage.objects.get(pk=defi.pk).delete()
    assert not DefiPage.objects.filter(pk=defi.pk).exists()


def test_a_follow_up_moved_to_another_defi_speaks_of_that_one(defi, first, report):
    page = report(defi, State.PAUSED, date(2030, 1, 1))
    page.move(first, pos="last-child")
    assert state_of(defi) == defi.initial_state
    assert state_of(first) == State.PAUSED


def test_a_private_follow_up_does_not_show_by_the_state(defi, report):
    page = report(defi, State.STOPPED, JUNE)
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert state_of(defi) == defi.initial_state
    restriction.delete()
    assert state_of(defi) == State.STOPPED


@pytest.mark.parametrize("kind", ["login", "groups", "password"])
def test_nor_does_one_that_is_private_from_the_start(defi, report, kind):
    page = report(defi, State.TESTING, JANUARY)
    page.unpublish()
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=kind, password="x" if kind == "password" else ""
    )
    if kind == "groups":
        restriction.groups.add(Group.objects.first())
    page.save_revision().publish()
    assert state_of(defi) == defi.initial_state


@pytest.mark.parametrize("level", ["the défi", "the list of défis"])
def test_a_defi_that_was_private_for_a_while_has_not_changed(defi, report, level):
    """Its follow-ups were private with it: that says nothing of each of them."""
    report(defi, State.DEPLOYED, JUNE)
    page = defi if level == "the défi" else defi.get_parent()
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    DefiPage.objects.get(pk=defi.pk).save_revision().publish()
    assert state_of(defi) == State.DEPLOYED
    restriction.delete()
    DefiPage.objects.get(pk=defi.pk).save_revision().publish()
    assert state_of(defi) == State.DEPLOYED


def test_an_old_draft_of_the_fiche_does_not_bring_an_old_state_back(defi, report):
    draft = DefiPage.objects.get(pk=defi.pk).save_revision()
    report(defi, State.DEPLOYED, JUNE)
    draft.publish()
    assert state_of(defi) == State.DEPLOYED


def test_a_fiche_that_waits_keeps_its_draft_when_the_state_changes(defi, report):
    page = DefiPage.objects.get(pk=defi.pk)
    page.summary = "Un résumé qui attend."
    page.save_revision()
    report(defi, State.DEPLOYED, JUNE)
    page = DefiPage.objects.get(pk=defi.pk)
    assert page.summary != "Un résumé qui attend."
    assert page.has_unpublished_changes
    assert page.get_latest_revision_as_object().summary == "Un résumé qui attend."


def test_a_copy_of_a_defi_starts_from_its_own_follow_ups(defi, report):
    report(defi, State.DEPLOYED, JUNE)
    page = DefiPage.objects.get(pk=defi.pk)
    alone = page.copy(update_attrs={"slug": "copie", "number": 90}, recursive=False)
    whole = page.copy(update_attrs={"slug": "copie-2", "number": 91}, recursive=True)
    assert state_of(alone) == alone.initial_state
    assert state_of(whole) == State.DEPLOYED


def test_no_form_asks_for_the_state_twice(defi, account):
    form = defi.get_edit_handler().get_form_class()
    assert "initial_state" in form.base_fields
    assert "state" not in form.base_fields


@pytest.mark.parametrize("state", State)
def test_every_state_has_a_phase_and_a_chip(defi, report, client, state):
    report(defi, state, JUNE)
    page = DefiPage.objects.get(pk=defi.pk)
    assert page.phase in ("before", "during", "after")
    assert str(state.label) in client.get(page.get_url()).content.decode()
    assert client.get(f"/defis/?etat={state}").context["results"].total >= 1
