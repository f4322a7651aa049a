"""What a moderator reads of a follow-up, decides of it, and what those who sent it are told."""

from datetime import timedelta

import pytest
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction, WorkflowPage, WorkflowState

from community.models import Message, User
from defis.models import DefiPage, FollowUpObstacle, FollowUpPage, Membership
from defis.reports.links import make_link, read_link, use_link
from defis.teams import add_member, membership_of, team_of
from events.models import CampusPage
from tests.queries import queries

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

LIST = "/admin/defis/moderation/"


@pytest.fixture
def sent(first, account):
    """Give a way to send a follow-up as a member of the team does, by default the porteur."""

    def send(by=None, defi=first, **values):
        by = by or account("porteur")
        fields = {"title": "Zorglub", "state": "stopped", "date": "2030-02-01", **values}
        page = FollowUpPage(live=False, owner=by, **fields)
        defi.add_child(instance=page)
        page.save_revision(user=by)
        page.get_workflow().start(page, by)
        return FollowUpPage.objects.get(pk=page.pk)

    return send


def entry(page):
    return reverse("defis_moderation_entry", args=[page.pk])


def mails(page, kind):
    found = Message.objects.filter(key__startswith=f"defis.{kind}:")
    return [message for message in found.order_by("pk") if page.title in message.subject]


def test_the_demonstration_has_one_that_waits_and_one_sent_back(coordinator):
    html = coordinator.get(LIST).content.decode()
    assert "La grille est en ligne" in html
    assert "Une visite du bâtiment" not in html


def test_everything_that_a_follow_up_changes_is_read_at_once(coordinator, first, sent, account):
    earlier = FollowUpPage.objects.child_of(first).live().order_by("-date").first()
    promised = next(block for block in earlier.next_steps if not block.value["done"])
    assert use_link(read_link(make_link(membership_of(account("porteur"), first))))
    page = sent(
        next_steps=[
            {"type": "step", "id": promised.id, "value": {"text": "Publier", "done": True}},
            {"type": "step", "value": {"text": "Un pas nouveau", "due": "2030-09-01"}},
        ],
        obstacles=[
            FollowUpObstacle(text="Le temps <b>manque</b>", lifted=True, how="Un mi-temps"),
        ],
        body=[{"type": "paragraph", "value": "<p>Ce qui s’est passé.</p>"}],
        learnt="Commencer petit.",
    )
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    html = coordinator.get(entry(page)).content.decode()
    for told in (
        earlier.get_state_display(),
        page.get_state_display(),
        "Un pas nouveau",
        "Le temps &lt;b&gt;manque&lt;/b&gt;",
        "Un mi-temps",
        "Ce qui s’est passé.",
        "Commencer petit.",
        str(account("porteur")),
    ):
        assert told in html, told
    shown = coordinator.get(entry(page)).context["shown"]
    fates = [str(step.fate) for step in shown.steps]
    assert fates[:2] == ["faite", "nouvelle"]
    assert set(fates[2:]) <= {"pas mentionnée"}
    assert shown.by_link
    assert shown.moves
    assert not shown.since
    assert "communauté" in shown.audience
    # What was promised and of which nothing is said is not forgotten by us.
    silent = coordinator.get(entry(sent(title="Silence"))).context["shown"]
    assert promised.id in {news.step.key for news in silent.steps}
    assert all(step.forgotten for step in silent.steps)


def test_what_is_approved_is_published_and_its_porteur_is_told_once(
    coordinator, sent, account, mailoutbox, client
):
    page = sent()
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert coordinator.post(entry(page), {"approve": "1"})["Location"] == LIST
    page.refresh_from_db()
    assert page.live
    assert client.get(page.get_url()).status_code == 200
    [message] = mails(page, "published")
    assert message.user == account("porteur")
    assert page.full_url in message.text
    assert "retouch" not in message.text
    # Wagtail's own message does not come on top of it.
    assert [mail.subject for mail in mailoutbox if message.address in mail.to] == [message.subject]
    # Pressed twice, or too late: nothing more.
    assert coordinator.post(entry(page), {"approve": "1"})["Location"] == LIST
    assert len(mails(page, "published")) == 1


def test_a_question_goes_back_with_a_link_to_answer(coordinator, porteur, sent, account, client):
    page = sent()
    assert coordinator.post(entry(page), {"ask": "1", "question": " "}).status_code == 200
    assert coordinator.post(entry(page), {"ask": "1", "question": "x" * 3000}).status_code == 200
    assert coordinator.post(entry(page), {"ask": "1", "question": "Qui & quand ?"})
    page.refresh_from_db()
    assert page.current_workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES
    [message] = mails(page, "question")
    assert "Qui & quand ?" in message.text
    assert f"?reprise={page.pk}" in message.text
    token = message.text.partition("/suivi/")[2].partition("/")[0]
    assert read_link(token).membership.user == account("porteur")
    assert "Qui &amp; quand ?" in porteur.get(reverse("space")).content.decode()

    # Sent again: what has changed since the question, in words.
    page.state = "paused"
    page.title = "Zorglub, la suite"
    page.save_revision(user=account("porteur"))
    page.current_workflow_state.resume(user=account("porteur"))
    shown = coordinator.get(entry(page)).context["shown"]
    assert shown.since
    assert {change.field_label() for change in shown.changes} >= {"Titre"}
    assert "addition" in coordinator.get(entry(page)).content.decode()


def test_an_edited_follow_up_says_that_it_was(coordinator, sent, account):
    page = sent()
    draft = page.get_latest_revision_as_object()
    draft.title = "Zorglub, relu"
    draft.save_revision(user=account("coordinator"))
    coordinator.post(entry(page), {"approve": "1"})
    page.refresh_from_db()
    [message] = mails(page, "published")
    assert "retouch" in message.text


def test_wagtails_own_buttons_tell_as_well(coordinator, editor, sent, account):
    by_action, by_publishing = sent(title="Par son bouton"), sent(title="Par la rédaction")
    state = by_action.current_workflow_state.current_task_state
    args = [by_action.pk, "approve", state.pk]
    coordinator.post(reverse("wagtailadmin_pages:workflow_action", args=args), {"comment": ""})
    assert len(mails(by_action, "published")) == 1
    revision = by_publishing.get_latest_revision()
    revision.publish(user=account("editor"))
    assert len(mails(by_publishing, "published")) == 1
    # Taken back by whoever sent it: there is nothing to tell.
    taken_back = sent(title="Reprise")
    taken_back.current_workflow_state.cancel(user=account("porteur"))
    assert mails(taken_back, "published") == []


def test_whoever_left_is_not_asked_the_team_is(coordinator, sent, account, first):
    page = sent()
    team = team_of(first)
    add_member(team, User.objects.create_user("lea@maillage.example"), Membership.Role.PORTEUR)
    membership_of(account("porteur"), first).delete()
    coordinator.post(entry(page), {"ask": "1", "question": "Qui ?"})
    assert [message.address for message in mails(page, "question")] == ["lea@maillage.example"]


def test_coordinators_of_a_site_moderate_its_defis_and_no_other(
    signed_in, account, first, sent, mailoutbox
):
    sacha = signed_in("campus")
    others = DefiPage.objects.filter(locale=first.locale).exclude(pk=first.pk)
    elsewhere = others.last()
    elsewhere.campus = CampusPage.objects.exclude(pk=first.campus_id).first()
    DefiPage.objects.filter(pk=elsewhere.pk).update(campus=elsewhere.campus)
    ours, theirs = sent(title="Chez nous"), sent(title="Chez eux", defi=elsewhere)
    html = sacha.get(LIST).content.decode()
    assert "Chez nous" in html
    assert "Chez eux" not in html
    assert sacha.get(entry(theirs)).status_code in (302, 403)
    assert sacha.post(entry(theirs), {"approve": "1"}).status_code in (302, 403)
    assert sacha.get(reverse("wagtailadmin_pages:edit", args=[ours.pk])).status_code == 200
    assert sacha.get(reverse("wagtailadmin_pages:edit", args=[theirs.pk])).status_code == 302
    assert sacha.post(entry(ours), {"approve": "1"})["Location"] == LIST
    for page in (ours, theirs):
        page.refresh_from_db()
    assert (ours.live, theirs.live) == (True, False)
    # They are told of what waits for them, as moderators are.
    address = account("campus").email
    told = [mail.subject for mail in mailoutbox if address in mail.to]
    assert any("Chez nous" in subject for subject in told)
    assert not any("Chez eux" in subject for subject in told)


def test_nobody_else_reads_or_decides(client, porteur, sent):
    page = sent()
    for address in (LIST, entry(page)):
        assert client.get(address).status_code == 302
        assert porteur.get(address).status_code in (302, 403)
    for _who in (client, porteur):
        _who.post(entry(page), {"approve": "1"})
    page.refresh_from_db()
    assert not page.live


def test_what_waits_costs_the_same_however_much_it_is(coordinator, sent):
    sent()
    few = queries(coordinator, LIST)
    for number in range(8):
        sent(title=f"Le {number}")
    assert queries(coordinator, LIST) <= few + 1
    assert queries(coordinator, entry(FollowUpPage.objects.get(title="Zorglub"))) <= 60


def test_an_administrators_own_workflow_is_left_alone(first):
    index = first.get_parent()
    assert index.specific.get_workflow().name == "Suivis des défis"
    other = WorkflowPage.objects.exclude(page=index).first().workflow
    WorkflowPage.objects.filter(page=index).update(workflow=other)
    from defis.moderation.workflow import give_workflow

    give_workflow(index.specific)
    assert WorkflowPage.objects.get(page=index).workflow == other


def test_what_trusted_teams_publish_is_told_afterwards(editor, signed_in, first, sent, account):
    home = reverse("wagtailadmin_home")
    page = sent(title="Sans relecture")
    page.current_workflow_state.cancel(user=account("porteur"))
    page.get_latest_revision().publish()
    assert "defis-alone" not in editor.get(home).content.decode()
    team = team_of(first)
    team.may_publish = True
    team.save()
    for who in (editor, signed_in("campus")):
        assert "Sans relecture" in who.get(home).content.decode()
    FollowUpPage.objects.filter(pk=page.pk).update(
        first_published_at=timezone.now() - timedelta(days=31)
    )
    assert "Sans relecture" not in editor.get(home).content.decode()
