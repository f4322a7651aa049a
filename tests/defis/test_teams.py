"""A team tells what becomes of its défi: who is in it, who is asked in, and who hands over."""

import json
import re

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from community.accounts.roles import PORTEURS
from community.models import Message, User
from community.plugins import plugins
from defis.models import DefiPage, FollowUpPage, Membership, ReportLink
from defis.reports.links import LinkRefused, make_link, read_link
from defis.teams import add_member, membership_of, team_of

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

Role = Membership.Role
MARIE = {"given": "Marie-Ève", "family": "D’Aubigné", "email": "marie@maillage.example"}


@pytest.fixture
def me(account, first):
    return membership_of(account("porteur"), first)


@pytest.fixture
def lea(first):
    """A co-porteur who has come."""
    user = User.objects.create_user("lea@maillage.example", first_name="Léa", last_name="Co")
    place = add_member(team_of(first), user, Role.CO_PORTEUR)
    User.objects.filter(pk=user.pk).update(last_login=timezone.now())
    place.user.refresh_from_db()
    return place


def to(name, *args):
    return reverse(f"defis:{name}", args=args)


def browser_of(user):
    client = Client()
    client.force_login(user)
    return client


def invite(client, defi, **values):
    return client.post(to("team", defi.pk), {**MARIE, "role": Role.CO_PORTEUR, **values})


def mail_to(address):
    return Message.objects.filter(address=address).order_by("pk").last()


def link_in(text, part):
    return re.search(rf"https?://[^/\s]+(/\S*{part}\S*)", text)[1]


def test_a_colleague_is_asked_in_comes_and_is_called_by_their_own_name(porteur, first, account):
    answer = invite(porteur, first, email="Marie@Maillage.example", role=Role.FACILITATOR)
    assert answer["Location"] == to("team", first.pk)
    marie = User.objects.get(email="marie@maillage.example")
    assert not marie.has_usable_password()
    assert marie.get_full_name() == "Marie-Ève D’Aubigné"
    assert marie.groups.filter(name=PORTEURS).exists()
    assert membership_of(marie, first).role == Role.FACILITATOR

    message = mail_to(marie.email)
    assert str(account("porteur")) in message.subject
    assert first.short_name in message.text
    assert "%(" not in message.text and "&" not in message.text

    html = porteur.get(to("team", first.pk)).content.decode()
    assert "Marie-Ève D’Aubigné" in html
    # Whoever typed the address reads it again, until the person has come; nobody else does.
    assert marie.email in html
    other = browser_of(marie).get(to("team", first.pk)).content.decode()
    assert account("porteur").email not in other
    marie.refresh_from_db()
    marie.first_name = "Maève"
    marie.save()
    html = porteur.get(to("team", first.pk)).content.decode()
    assert "Maève" in html
    assert marie.email not in html


def test_nobody_learns_whether_there_was_an_account(porteur, first, account):
    """Known, unknown, closed, already there: one answer, and the name that was typed."""
    closed = User.objects.create_user("ferme@maillage.example", is_active=False)
    known = account("editor")
    addresses = ("neuf@maillage.example", known.email, closed.email, account("porteur").email)
    answers = [invite(porteur, first, email=address) for address in addresses]
    assert {(each.status_code, each["Location"]) for each in answers} == {
        (302, to("team", first.pk))
    }
    html = porteur.get(to("team", first.pk)).content.decode()
    assert html.count("Marie-Ève D’Aubigné") >= 2
    assert known.last_name not in html
    assert membership_of(account("porteur"), first).role == Role.PORTEUR
    assert not closed.memberships.exists()
    assert not Message.objects.filter(user__in=[closed, account("porteur")]).exists()


def test_what_is_typed_wrong_is_said_and_kept(porteur, first, account):
    for wrong in (
        {"email": "pas une adresse"},
        {"email": "a\0@maillage.example"},
        {"given": "http://spam.example"},
        {"family": "Gagnez\n100 euros"},
        {"role": "roi"},
        {"given": "x" * 10_000},
        {"email": ""},
    ):
        answer = invite(porteur, first, **wrong)
        assert answer.status_code == 200, wrong
        assert "errors" in answer.content.decode()
        assert not User.objects.filter(email=MARIE["email"]).exists()
    assert MARIE["email"] in invite(porteur, first, given="").content.decode()


def test_invitations_do_not_flood(porteur, first):
    for number in range(20):
        assert invite(porteur, first, email=f"a{number}@maillage.example").status_code == 302
    refused = invite(porteur, first, email="trop@maillage.example")
    assert refused.status_code == 429
    assert "trop@maillage.example" in refused.content.decode()
    assert not User.objects.filter(email="trop@maillage.example").exists()


def test_whoever_refuses_is_forgotten(porteur, first, client):
    invite(porteur, first)
    link = link_in(mail_to(MARIE["email"]).text, "refuser")
    assert client.get(link).status_code == 200
    assert User.objects.filter(email=MARIE["email"]).exists()  # Opening it does nothing.
    assert client.post(link).status_code == 200
    assert not User.objects.filter(email=MARIE["email"]).exists()
    assert client.post(link).status_code == 410
    for altered in (link.replace(":", "x", 1), to("decline", "x" * 500), to("decline", "é")):
        assert client.get(altered).status_code == 410

    invite(porteur, first, email="redaction@maillage.example")
    link = link_in(mail_to("redaction@maillage.example").text, "refuser")
    client.post(link)
    editor = User.objects.get(email="redaction@maillage.example")
    assert not editor.memberships.exists()


def test_a_défi_is_handed_over_and_the_pilot_leaves(porteur, first, me, lea):
    address = to("hand_over", first.pk, lea.pk)
    assert porteur.get(address).status_code == 200
    assert porteur.post(address, {"after": "n’importe quoi"}).status_code == 200
    assert porteur.post(address, {"after": "stay"}).status_code == 302
    roles = dict(Membership.objects.filter(team=me.team).values_list("user__first_name", "role"))
    assert roles == {"Claude": Role.CO_PORTEUR, "Léa": Role.PORTEUR}
    assert first.short_name in mail_to(lea.user.email).subject
    # A co-porteur hands nothing over.
    assert porteur.get(address).status_code == 404

    back = browser_of(lea.user).post(to("hand_over", first.pk, me.pk), {"after": "leave"})
    assert back["Location"] == reverse("space")
    assert [place.user for place in me.team.memberships.all()] == [me.user]
    assert me.team.memberships.get().role == Role.PORTEUR
    assert browser_of(lea.user).get(to("team", first.pk)).status_code == 404


def test_the_last_porteur_stays_and_the_coordination_is_told(porteur, first, me, lea, account):
    address = to("leave_team", first.pk)
    assert porteur.get(address).status_code == 200
    for _twice in range(2):
        assert porteur.post(address)["Location"] == to("team", first.pk)
    assert membership_of(me.user, first)
    told = Message.objects.filter(key__startswith="defis.leaving")
    assert [message.user for message in told] == [account("campus")]
    assert reverse("defis_team", args=[first.pk]) in told[0].text

    assert browser_of(lea.user).post(address)["Location"] == reverse("space")
    assert not membership_of(lea.user, first)


def test_a_colleague_who_is_removed_has_no_right_and_no_link_left(porteur, first, lea):
    token = make_link(lea)
    group = team_of(first).group
    assert lea.user.groups.filter(pk=group.pk).exists()
    address = to("remove_member", first.pk, lea.pk)
    assert porteur.get(address).status_code == 200
    assert membership_of(lea.user, first)  # Asking does nothing.
    assert porteur.post(address).status_code == 302
    assert not lea.user.groups.filter(pk=group.pk).exists()
    assert not first.permissions_for_user(User.objects.get(pk=lea.user_id)).can_add_subpage()
    with pytest.raises(LinkRefused):
        read_link(token)
    assert first.short_name in mail_to(lea.user.email).subject
    assert porteur.post(address).status_code == 404


def test_each_role_does_what_it_may(first, me, lea, account):
    paul = User.objects.create_user("paul@maillage.example", first_name="Paul", last_name="Fa")
    paul_place = add_member(me.team, paul, Role.FACILITATOR)
    facilitator, co = browser_of(paul), browser_of(lea.user)
    page = facilitator.get(to("team", first.pk))
    assert page.status_code == 200
    assert "Léa Co" in page.content.decode()
    assert "<form" not in page.content.decode().partition("<main")[2].partition("</main>")[0]
    assert invite(facilitator, first).status_code == 404
    # A co-porteur decides of a facilitator, not of a porteur, and makes none.
    assert co.get(to("remove_member", first.pk, me.pk)).status_code == 404
    assert co.post(to("member_role", first.pk, me.pk), {"role": "facilitator"}).status_code == 404
    role = to("member_role", first.pk, paul_place.pk)
    assert co.post(role, {"role": Role.PORTEUR}).status_code == 200
    assert co.post(role, {"role": Role.CO_PORTEUR}).status_code == 302
    paul_place.refresh_from_db()
    assert paul_place.role == Role.CO_PORTEUR
    assert invite(co, first, role=Role.PORTEUR).status_code == 200
    assert co.post(to("hand_over", first.pk, paul_place.pk), {"after": "stay"}).status_code == 404


def test_a_team_is_there_for_its_members_only(client, signed_in, first, defi, me, porteur):
    add_member(team_of(defi), User.objects.create_user("x@maillage.example"))
    elsewhere = team_of(defi).memberships.get()
    names = [("team", []), ("leave_team", [])]
    names += [(name, [me.pk]) for name in ("member_role", "remove_member", "hand_over")]
    for name, rest in names:
        address = to(name, first.pk, *rest)
        assert reverse("account_login") in client.get(address)["Location"]
        for role in ("editor", "coordinator", "campus"):
            assert signed_in(role).get(address).status_code == 404
            assert signed_in(role).post(address).status_code == 404
        assert porteur.get(to(name, 10**30, *rest)).status_code == 404
        assert porteur.get(to(name, defi.pk, *rest)).status_code == 404
    # A member of another team is nobody here.
    for name in ("member_role", "remove_member", "hand_over"):
        assert porteur.post(to(name, first.pk, elsewhere.pk)).status_code == 404
    assert elsewhere.team.memberships.count() == 1


def test_every_change_is_written_down_without_a_name(porteur, first, me, lea):
    invite(porteur, first)
    porteur.post(to("member_role", first.pk, lea.pk), {"role": Role.FACILITATOR})
    porteur.post(to("remove_member", first.pk, lea.pk))
    entries = PageLogEntry.objects.filter(page=first, action__startswith="defis.team")
    done = [(each.action, each.user) for each in entries.order_by("timestamp", "pk")]
    assert done == [(f"defis.team.{name}", me.user) for name in ("invite", "role", "remove")]
    assert "Léa" not in json.dumps([entry.data for entry in entries])
    assert all(str(entry.message) for entry in entries)


def test_names_and_addresses_of_a_team_show_nowhere_public(client, porteur, first, me, lea):
    invite(porteur, first)
    team = [place.user for place in me.team.memberships.select_related("user")]
    secrets = {user.email for user in team} | {"Léa Co", "D’Aubigné", me.team.group.name}
    follow_up = FollowUpPage.objects.child_of(first).live().first()
    pages = [first.get_url(), f"{first.get_url()}fiche.pdf", follow_up.get_url(), "/defis/"]
    pages += ["/", "/defis/?vue=table", "/defis/flux/", "/recherche/?q=Léa", "/sitemap.xml"]
    for address in pages:
        html = client.get(address).content.decode(errors="ignore")
        assert not {secret for secret in secrets if secret in html}, address


def test_a_person_takes_away_what_is_kept_or_is_forgotten(first, me, account, porteur):
    invite(porteur, first)
    make_link(me)
    defis = next(plugin for plugin in plugins() if plugin.label == "defis")
    told = json.dumps(defis.export_person(me.user), ensure_ascii=False)
    assert first.title in told
    assert FollowUpPage.objects.filter(owner=me.user).first().title in told
    assert MARIE["email"] not in told

    written = list(FollowUpPage.objects.filter(owner=me.user).values_list("pk", flat=True))
    group = team_of(first).group
    defis.erase_person(me.user)
    assert not me.user.memberships.exists()
    assert not ReportLink.objects.exists()
    assert not Group.objects.filter(pk=group.pk, user=me.user).exists()
    pages = FollowUpPage.objects.filter(pk__in=written)
    assert pages.count() == len(written)
    assert not pages.exclude(owner=None).exists()
    assert first.short_name in mail_to(account("campus").email).subject
    me.user.delete()
    assert FollowUpPage.objects.filter(pk__in=written).count() == len(written)


def test_the_rights_of_a_team_go_with_its_defi(first, defi, me):
    group = team_of(first).group
    twin = Group.objects.create(name=f"Suivi du défi {defi.slug}")
    twin.user_set.add(me.user)
    # A group of the same name is another one: its members get nothing.
    assert not team_of(defi).group.user_set.exists()
    assert team_of(defi).group != twin
    DefiPage.objects.get(pk=first.pk).delete()
    assert not Group.objects.filter(pk=group.pk).exists()
    assert not me.user.memberships.exists()


def test_whoever_is_invited_comes_in_with_a_code(porteur, first, client, mailoutbox):
    invite(porteur, first)
    page = link_in(mail_to(MARIE["email"]).text, "equipe")
    asked = client.get(page)["Location"]
    sent = client.post(asked, {"login": MARIE["email"], "next": page})
    code = re.search(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", mailoutbox[-1].body)[0]
    assert client.post(sent["Location"], {"code": code, "next": page})["Location"] == page
    assert "Marie-Ève D’Aubigné" in client.get(page).content.decode()
