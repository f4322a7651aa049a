"""Coordinators see the teams of their défis, and repair them; a member sees what is expected."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from community.models import Message, User
from community.plugins import plugins
from defis.models import DefiPage, FollowUpPage, Membership, ReportDraft, Team
from defis.reports.links import read_link
from defis.teams import add_member, membership_of, team_of
from events.models import CampusPage
from tests.filling import create, filled, page_form
from tests.queries import queries

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

TEAMS = "/admin/defis/equipes/"
NEW = {"given": "Marie", "family": "Neuve", "email": "marie@maillage.example", "role": "porteur"}


def team_page(defi):
    return reverse("defis_team", args=[defi.pk])


@pytest.fixture
def elsewhere(first):
    """A défi of another site than Rennes."""
    defi = DefiPage.objects.filter(locale=first.locale).exclude(pk=first.pk).last()
    DefiPage.objects.filter(pk=defi.pk).update(
        campus=CampusPage.objects.exclude(pk=first.campus_id).first()
    )
    return defi


def test_teams_are_listed_and_filtered(editor, first, account):
    everything = editor.get(TEAMS)
    html = everything.content.decode()
    assert str(account("porteur")) in html
    assert account("porteur").email not in html
    rows = everything.context["rows"]
    # Each once, in the language it was written in.
    assert len(rows) == DefiPage.objects.filter(locale=first.locale).count()
    mine = next(row for row in rows if row.defi == first)
    assert mine.has_porteur
    live = FollowUpPage.objects.child_of(first).live()
    assert mine.last_told == live.order_by("-date").first().date
    alone = editor.get(TEAMS, {"alone": "on"}).context["rows"]
    assert len(alone) == len(rows) - 1
    for name, place in (("edition", first.edition), ("campus", first.campus)):
        found = editor.get(TEAMS, {name: place.pk}).context["rows"]
        assert {getattr(row.defi, name) for row in found} == {place}
    for junk in ("x", "9" * 40, "\0", "-1"):
        assert editor.get(TEAMS, {"campus": junk, "edition": junk, "p": junk}).status_code == 200


def test_a_coordinator_repairs_a_team(editor, first, defi, account):
    address = team_page(defi)
    assert editor.get(address).status_code == 200
    assert not Team.objects.filter(defi=defi).exists()  # Looking makes nothing.
    assert editor.post(address, NEW).status_code == 302
    marie = membership_of(User.objects.get(email=NEW["email"]), defi)
    assert marie.role == Membership.Role.PORTEUR
    assert NEW["email"] in editor.get(address).content.decode()
    assert Message.objects.get(address=NEW["email"]).key.startswith("defis.invitation")

    editor.post(address, {"give": marie.pk, f"role-{marie.pk}": "facilitator"})
    marie.refresh_from_db()
    assert marie.role == Membership.Role.FACILITATOR
    editor.post(address, {"trust": "yes"})
    assert team_of(defi).may_publish
    editor.post(address, {"trust": "no"})
    assert not team_of(defi).may_publish
    editor.post(address, {"link": marie.pk})
    text = Message.objects.filter(address=NEW["email"]).order_by("pk").last().text
    assert read_link(text.partition("/suivi/")[2].partition("/")[0]).membership == marie

    other = membership_of(account("porteur"), first)
    for junk in ("", "x", "9" * 40, "\0", "²", str(other.pk)):
        for action in ("remove", "give", "link"):
            assert editor.post(address, {action: junk, f"role-{junk}": "roi"}).status_code == 302
    assert editor.post(address, {**NEW, "email": "\0"}).status_code == 200
    assert membership_of(account("porteur"), first)
    editor.post(address, {"remove": marie.pk})
    assert not User.objects.filter(email=NEW["email"]).exists()  # It had never served.
    log = editor.get(address).content.decode()
    assert "un ancien compte" in log
    assert editor.get(reverse("defis_team", args=[10**30])).status_code == 404


def test_each_keeps_the_teams_of_their_own_site(signed_in, porteur, client, first, elsewhere):
    sacha, moderator = signed_in("campus"), signed_in("coordinator")
    shown = {row.defi for row in sacha.get(TEAMS).context["rows"]}
    assert first in shown
    assert elsewhere not in shown
    assert sacha.get(team_page(first)).status_code == 200
    for who in (sacha, porteur, client):
        page = first if who is not sacha else elsewhere
        assert who.get(team_page(page)).status_code in (302, 403)
        assert who.post(team_page(page), NEW).status_code in (302, 403)
    assert porteur.get(TEAMS).status_code in (302, 403)
    assert not User.objects.filter(email=NEW["email"]).exists()
    explorer = moderator.get(reverse("wagtailadmin_explore", args=[elsewhere.pk]))
    assert team_page(elsewhere) in explorer.content.decode()
    explorer = porteur.get(reverse("wagtailadmin_explore", args=[first.pk]))
    assert team_page(first) not in explorer.content.decode()
    history = moderator.get(reverse("wagtailadmin_pages:history", args=[first.pk]))
    assert history.status_code == 200


def test_the_list_costs_the_same_however_many_teams(editor, first):
    few = queries(editor, TEAMS)
    for number, defi in enumerate(DefiPage.objects.exclude(pk=first.pk)[:8]):
        for role in Membership.Role.values:
            add_member(
                team_of(defi), User.objects.create_user(f"{role}{number}@maillage.example"), role
            )
    assert queries(editor, TEAMS) <= few


def test_my_space_says_what_is_expected_of_me(porteur, account, first, report):
    me = account("porteur")
    report(
        first,
        "testing",
        date(2020, 1, 1),
        next_steps=[
            {"type": "step", "id": "a", "value": {"text": "Pas en retard", "due": "2020-02-01"}},
            {"type": "step", "id": "b", "value": {"text": "Pas tenu", "due": "2020-02-01"}},
        ],
    )
    done = {"type": "step", "id": "b", "value": {"text": "Pas tenu", "done": True}}
    report(first, "testing", date(2020, 3, 1), next_steps=[done])
    html = porteur.get(reverse("space")).content.decode()
    assert first.choice_label in html.replace("&#x27;", "'")
    assert reverse("defis:team", args=[first.pk]) in html
    # Of the demonstration: one waits, one was sent back.
    assert "La grille est en ligne" in html
    assert "Combien de personnes sont venues" in html
    # What waits may tell what became of them.
    assert "Pas en retard" not in html
    FollowUpPage.objects.child_of(first).filter(live=False).delete()
    html = porteur.get(reverse("space")).content.decode()
    assert "Il y a longtemps" in html and "Pas en retard" in html
    assert "Pas tenu" not in html
    report(first, "testing", timezone.localdate())
    assert "Il y a longtemps" not in porteur.get(reverse("space")).content.decode()

    # The home of the administration knows of the same défis: those of the team.
    home = reverse("wagtailadmin_home")
    assert "defis-mine" in porteur.get(home).content.decode()
    membership_of(me, first).delete()
    assert "defis-mine" not in porteur.get(home).content.decode()
    assert first.choice_label not in porteur.get(reverse("space")).content.decode()


def test_my_drafts_are_mine(porteur, signed_in, account, first):
    form = page_form(FollowUpPage(locale=first.locale), account("porteur"), first)
    data = filled(form, title="Brouillon de Claude", slug="b", state="testing", date="2030-01-01")
    create(porteur, first, FollowUpPage, data)
    add_member(team_of(first), account("campus"))
    space = reverse("space")
    assert "Brouillon de Claude" in porteur.get(space).content.decode()
    theirs = signed_in("campus").get(space).content.decode()
    assert first.short_name in theirs
    assert "Brouillon de Claude" not in theirs
    assert signed_in("editor").get(space).status_code == 200


def test_my_space_costs_the_same_however_many_defis(porteur, account, defi, report):
    few = queries(porteur, reverse("space"))
    for page in DefiPage.objects.all()[:9]:
        add_member(team_of(page), account("porteur"))
        for day in (1, 2, 3):
            report(page, "testing", date(2020, 1, day))
    assert queries(porteur, reverse("space")) <= few + 2


def test_what_is_being_written_is_taken_up_from_the_space(porteur, signed_in, account, first):
    team = team_of(first)
    add_member(team, account("campus"))
    draft = ReportDraft.objects.create(
        team=team, author=account("porteur"), data={"text": "Une phrase commencée"}
    )
    address = reverse("defis:report", args=[first.pk])
    html = porteur.get(reverse("space")).content.decode()
    assert "Une phrase commencée" in html
    assert address in html
    assert "Une phrase" not in signed_in("campus").get(reverse("space")).content.decode()
    defis = next(plugin for plugin in plugins() if plugin.label == "defis")
    assert "Une phrase commencée" in str(defis.export_person(draft.author))
    defis.erase_person(draft.author)
    assert not ReportDraft.objects.exists()


def test_silences_are_seen_beside_the_team(editor, first):
    team = team_of(first)
    now = timezone.now()
    for number, answered in enumerate((None, now, None, None)):
        team.reminders.create(
            occurrence=str(number), due_on=date(2020, 1, 1 + number), sent_at=now,
            answered_at=answered,
        )  # fmt: skip
    team.reminders.create(occurrence="9", due_on=date(2020, 2, 1))  # Left in peace.
    row = next(row for row in editor.get(TEAMS).context["rows"] if row.defi == first)
    assert row.silences == 2
