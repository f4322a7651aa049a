"""Reminders: on their day, to each of those who want them, once, and nobody else."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from unittest import mock

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from community.accounts.roles import MODERATORS
from community.models import Message, User
from defis.models import DefiPage, FollowUpPage, Membership, Reminder, ReminderSettings, State, Team
from defis.reminders.cases import cases, current_settings
from defis.reminders.planning import Memory, plan_today
from defis.reminders.promises import open_steps
from defis.reminders.running import run, settle
from defis.reports.links import read_link, use_link
from defis.teams import add_member, team_of
from events.models import CampusPage

pytestmark = pytest.mark.django_db

ENDED = date(2031, 7, 4)

#: What only reads begins so; PostgreSQL reads long answers through a cursor.
READS = ("SELECT", "DECLARE")


@pytest.fixture(autouse=True)
def the_event():
    """All the events of the demonstration end on the same day, and reminders are on."""
    CampusPage.objects.update(ends_on=ENDED)
    return ReminderSettings.objects.create(enabled=True, contact="equipe@maillage.example")


@pytest.fixture
def team(defi, account):
    """A team of two on a défi that nobody has reported on, and somebody who helped."""
    Team.objects.all().delete()
    team = team_of(defi)
    add_member(team, account("porteur"))
    add_member(team, user("co"), Membership.Role.CO_PORTEUR)
    add_member(team, user("aide"), Membership.Role.FACILITATOR)
    return team


def user(name: str) -> User:
    return User.objects.create_user(f"{name}@maillage.example", first_name=name)


def on(days: int, dry: bool = False) -> list[str]:
    """Do the daily run so many days after the event; return what it says."""
    said: list[str] = []
    with at(days):
        assert run(said.append, dry=dry)
    return said


def at(days: int):
    moment = datetime.combine(ENDED + timedelta(days=days), time(7), UTC)
    return mock.patch("django.utils.timezone.now", return_value=moment)


def sent(kind: str = "defis.reminder") -> Counter:
    messages = Message.objects.filter(key__startswith=f"{kind}:")
    return Counter(message.user.first_name for message in messages)


def link_of(name: str):
    message = Message.objects.filter(user__first_name=name).latest("pk")
    address = next(line for line in message.text.split() if "reponse=en-cours" in line)
    return read_link(address.split("/suivi/")[1].partition("/")[0])


def test_each_porteur_gets_one_on_its_day(team):
    assert on(29) == []
    said = on(30)
    assert [line.partition(", ")[0] for line in said] == [team.defi.get_admin_display_title()]
    assert "@" not in "".join(said)
    assert sent() == {"Claude": 1, "co": 1}
    # Run again, a day later, two weeks later: the same occurrence.
    assert on(30) == on(31) == on(45) == []
    message = Message.objects.get(user__first_name="co")
    assert message.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message.headers["Reply-To"] == "equipe@maillage.example"
    for answer in ("en-cours", "rien-de-neuf", "arrete"):
        assert f"/?reponse={answer}\n" in message.text
    assert "/rappels/\n" in message.text
    assert "2 septembre 2031" in message.text
    assert "@maillage.example" not in message.text.replace("equipe@maillage.example", "")
    with at(30):
        assert link_of("co").membership.user.first_name == "co"


@pytest.mark.whatever_the_database
def test_a_year_gives_each_exactly_its_e_mails(account):
    Team.objects.all().delete()
    worked_on = DefiPage.objects.live().filter(alias_of=None, campus__isnull=False)
    for defi in worked_on.exclude(state=State.STOPPED):
        add_member(team_of(defi), account("porteur"))
    number = Membership.objects.count()
    assert number > 10
    told = {-1: 0}
    # Every day around the dates, one in six elsewhere: all of them would take a minute (70 défis
    # and 400 days gave exactly 280 e-mails).
    near = {day + around for day in (30, 90, 180, 365) for around in range(-3, 4)}
    days = sorted({*range(0, 370, 6), *near})
    for day in days:
        on(day)
        told[day] = Message.objects.filter(key__startswith="defis.reminder:").count()
    steps = [(day, told[day]) for last, day in pairwise([-1, *days]) if told[day] != told[last]]
    assert steps == [(30, number), (90, 2 * number), (180, 3 * number), (365, 4 * number)]
    with CaptureQueriesContext(connection) as queries:
        on(370)
    # A day without anything costs the same, however many défis there are.
    assert len(queries) <= 10


def test_a_crash_in_the_middle_sends_nothing_twice(team):
    from defis.reminders import running

    real, calls = running.post_reminder, []

    def crash(*args):
        calls.append(args)
        if len(calls) == 2:
            raise OSError("The disk is full.")
        return real(*args)

    with mock.patch.object(running, "post_reminder", crash), at(30), pytest.raises(CommandError):
        call_command("send_reminders")
    assert sent() == {}
    assert not Reminder.objects.exists()
    on(31)
    assert sent() == {"Claude": 1, "co": 1}


def test_two_runs_at_once_settle_it_once(team):
    with at(30):
        now = timezone.now()
        plans = [
            plan_today(case, current_settings(), case.today(now), now, Memory())
            for case in [*cases(), *cases()]
        ]
        assert [settle(plan, current_settings(), now) for plan in plans] == [True, False]
    assert sent() == {"Claude": 1, "co": 1}


def test_after_a_fortnight_without_cron_one_leaves_not_four(team, the_event):
    the_event.days = "30, 33, 36, 40"
    the_event.save()
    assert len(on(44)) == 1
    assert Reminder.objects.get().occurrence == "40"
    assert on(45) == []


def test_a_dry_run_says_it_all_and_writes_nothing(team, the_event):
    with CaptureQueriesContext(connection) as queries:
        dry = on(30, dry=True)
    assert not [query for query in queries if not query["sql"].startswith(READS)]
    assert dry == on(30)
    assert len(dry) == 1
    ReminderSettings.objects.all().delete()
    assert "off" in on(90)[0]
    assert len(on(90, dry=True)) == 2
    assert not ReminderSettings.objects.exists()


def test_who_paused_or_stopped_gets_none_and_the_others_do(team):
    places = {place.user.first_name: place for place in team.memberships.select_related("user")}
    places["co"].reminders_paused_until = ENDED + timedelta(days=60)
    places["co"].save()
    assert "co (" in "".join(on(30))
    assert sent() == {"Claude": 1}
    places["Claude"].reminders_stopped = True
    places["Claude"].save()
    assert len(on(90)) == 2
    assert sent() == {"Claude": 1, "co": 1}
    places["co"].user.is_active = False
    places["co"].user.save()
    on(180)
    assert sent() == {"Claude": 1, "co": 1}
    # What nobody got is not settled: it leaves when somebody is there again.
    add_member(team, user("suite"))
    on(190)
    assert sent() == {"Claude": 1, "co": 1, "suite": 1}


@pytest.mark.parametrize("why", ["stopped", "submitted", "private", "unpublished", "undated"])
def test_none_when_there_is_nothing_to_ask(team, defi, report, account, why):
    with at(20):
        if why == "submitted":
            page = draft(defi, State.STOPPED)
            page.get_workflow().start(page, account("porteur"))
        elif why in ("stopped", "private"):
            page = report(defi, State.STOPPED, ENDED)
            if why == "private":
                PageViewRestriction.objects.create(page=page, restriction_type="login")
        elif why == "unpublished":
            defi.unpublish()
        else:
            CampusPage.objects.update(ends_on=None)
            type(defi.edition).objects.update(ends_on=None)
    assert len(on(30)) == (why != "undated")
    assert on(31) == []
    on(90)
    assert sent() == {}


def draft(defi, state: str) -> FollowUpPage:
    page = FollowUpPage(title="Brouillon", state=state, date=ENDED, live=False)
    defi.add_child(instance=page)
    page.save_revision()
    return page


def test_who_has_just_told_is_left_in_peace_until_the_next_date(team, defi, report):
    with at(29):
        draft(defi, State.STOPPED)  # Which nobody sent.
    on(30)
    assert sent() == {"Claude": 1, "co": 1}
    with at(80):
        report(defi, State.TESTING, ENDED)
    assert len(on(90)) == 1
    assert on(100) == on(115) == []
    assert sent() == {"Claude": 1, "co": 1}
    assert Reminder.objects.exclude(answered_at=None).count() == 2
    on(180)
    assert sent() == {"Claude": 2, "co": 2}


def test_three_silences_tell_the_coordinators_once(team, defi, account, report):
    for day in (30, 90, 180, 209):
        on(day)
    assert sent("defis.silence") == {}
    said = on(210)
    assert "Sacha" in said[0]
    assert sent("defis.silence") == {"Sacha": 1}
    text = Message.objects.get(key__startswith="defis.silence").text
    assert f"/{defi.pk}/" in text
    assert "Claude" not in text
    for day in (211, 365, 400):
        on(day)
    assert sent("defis.silence") == {"Sacha": 1}

    # An answer by a link, whoever of the team gives it: the count begins again.
    with at(370):
        assert use_link(link_of("co"))
    on(401)
    assert Reminder.objects.exclude(answered_at=None).count() == 4
    for year in (2, 3, 4):
        on(365 * year + 2)
        on(365 * year + 40)
    assert sent("defis.silence") == {"Sacha": 2}


def test_without_coordinators_the_moderators_are_told(team, account):
    account("campus").groups.clear()
    for day in (30, 90, 180, 210):
        on(day)
    moderators = User.objects.filter(groups__name=MODERATORS)
    assert set(sent("defis.silence")) == {each.first_name for each in moderators}


def test_what_was_promised_is_what_the_latest_follow_ups_leave_open(team, defi, report):
    def steps(**fates):
        return [("step", {"text": text, "due": None, **fate}, text) for text, fate in fates.items()]

    def follow_up(day: int, restricted: str = "", **fates):
        page = FollowUpPage(title=f"Suivi {day}", state=State.TESTING, date=date(2031, 8, day))
        page.next_steps = [(kind, value) for kind, value, _key in steps(**fates)]
        for block in page.next_steps:
            block.id = block.value["text"]
        defi.add_child(instance=page)
        if restricted:
            PageViewRestriction.objects.create(page=page, restriction_type=restricted)

    defi.next_steps = [("item", "Annoncer")]
    defi.save()
    assert [step.text for step in open_steps(team, defi)] == ["Annoncer"]
    follow_up(1, a={}, b={}, c={})
    follow_up(2, b={"done": True}, d={})
    follow_up(3, restricted="login", c={"given_up": True}, e={})
    follow_up(4, restricted="password", a={"done": True}, f={})
    assert [step.text for step in open_steps(team, defi)] == ["a", "d", "e"]
    on(30)
    text = Message.objects.filter(user__first_name="co").get().text
    assert "- a\n- d\n- e\n" in text


def test_editors_see_what_will_leave_and_why_not(team, editor, porteur, defi):
    address = reverse("defis_reminders")
    assert porteur.get(address).status_code == 302
    CampusPage.objects.update(ends_on=timezone.localdate() - timedelta(days=20))
    page = editor.get(address, {"p": "\x00"})
    assert [plan.occurrence.key for plan in page.context["plans"]] == ["30"]
    html = page.content.decode()
    assert defi.get_admin_display_title() in html
    assert "Claude" in html
    assert "@maillage.example" not in html.split('id="main"')[-1].split("<table")[1]
    team.memberships.update(reminders_stopped=True)
    CampusPage.objects.update(ends_on=timezone.localdate() - timedelta(days=65))
    (plan,) = editor.get(address).context["plans"]
    assert (plan.occurrence.key, plan.members, len(plan.left_out)) == ("90", [], 2)
    edit = reverse("wagtailsettings:edit", args=["defis", "remindersettings", 1])
    kept = {"days": "30", "silences": "3", "signature": "", "contact": ""}
    editor.post(edit.replace("/1/", f"/{ReminderSettings.objects.get().pk}/"), kept)
    assert not ReminderSettings.objects.get().enabled
