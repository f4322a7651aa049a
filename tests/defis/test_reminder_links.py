"""What the links of a reminder open without an account: fewer reminders, a new link."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from community.models import Message
from defis.models import Membership, ReportLink
from defis.reports.links import make_link, revoke_links

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]


@pytest.fixture
def member():
    return Membership.objects.select_related("user").get()


@pytest.fixture
def token(member):
    return make_link(member)


@pytest.fixture
def visitor():
    """A browser without an account, which refuses what Django's own protection refuses."""
    return Client(enforce_csrf_checks=True)


def page(token: str) -> str:
    return reverse("defis:reminders", args=[token])


def choice(member) -> tuple:
    member.refresh_from_db()
    return member.reminders_stopped, member.reminders_paused_until


def test_opening_the_links_changes_nothing_and_sets_no_cookie(visitor, member, token):
    for method in (visitor.get, visitor.head):
        response = method(page(token), {"action": "stop"})
        assert response.status_code == 200
        assert not response.cookies
        assert "no-store" in response["Cache-Control"]
    html = visitor.get(page(token)).content.decode()
    assert 'content="noindex"' in html
    assert reverse("defis:new_link", args=[token]) not in html
    assert visitor.get(reverse("defis:new_link", args=[token])).status_code == 405
    assert choice(member) == (False, None)
    assert not Message.objects.exists()
    assert ReportLink.objects.filter(used_at=None).count() == ReportLink.objects.count()


def test_one_member_pauses_stops_and_takes_up_again(visitor, member, token, defi):
    until = timezone.localdate() + timedelta(days=100)
    followed = visitor.post(page(token), {"action": "pause", "until": until}, follow=True)
    assert 'role="status"' in followed.content.decode()
    assert choice(member) == (False, until)
    visitor.post(page(token), {"action": "stop"})
    assert choice(member) == (True, None)
    visitor.post(page(token), {"action": "resume"})
    assert choice(member) == (False, None)
    # The button of the mailbox itself (RFC 8058): an answer, nowhere to go.
    assert visitor.post(page(token), {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert choice(member) == (True, None)


@pytest.mark.parametrize(
    "data",
    [
        {"action": "pause", "until": until}
        for until in ("", "hier", "2001-01-01", "9999-12-31", "\x00", "1" * 10_000)
    ]
    + [{}, {"action": "\x00"}],
)
def test_junk_is_refused_with_words(visitor, member, token, data):
    response = visitor.post(page(token), data)
    assert response.status_code == 200
    assert ('id="errors"' in response.content.decode()) == (data.get("action") == "pause")
    assert choice(member) == (False, None)


def test_an_old_e_mail_still_stops_a_revoked_or_altered_link_does_nothing(visitor, member, token):
    ReportLink.objects.update(expires_at=timezone.now(), used_at=timezone.now())
    ask = reverse("defis:new_link", args=[token])
    assert ask in visitor.post(page(token), {"action": "stop"}, follow=True).content.decode()
    assert choice(member) == (True, None)
    other = make_link(member)
    revoke_links(member)
    wrong = [
        other,
        f"{token}x",
        "\x00",
        "1",
        "1:" + "a" * 5_000,
        token.replace(":", "%3A", 1) + "é",
    ]
    for each in wrong:
        response = visitor.post(page(each), {"action": "resume"})
        assert response.status_code == 404
        assert member.team.defi.title not in response.content.decode()
    assert choice(member) == (True, None)


def test_a_new_link_goes_to_the_member_alone_and_nothing_is_told(visitor, member, token):
    ReportLink.objects.update(expires_at=timezone.now())
    revoked = make_link(member)
    ReportLink.objects.filter(pk=ReportLink.objects.latest("pk").pk).update(
        revoked_at=timezone.now()
    )
    pages = set()
    for each in (token, token, revoked, "altered"):
        response = visitor.post(
            reverse("defis:new_link", args=[each]), {"to": "x@maillage.example"}
        )
        assert response.status_code == 200
        pages.add(response.content)
    assert len(pages) == 1
    (message,) = Message.objects.all()
    assert message.address == member.user.email
    assert ReportLink.objects.count() == 3
    assert message.address not in pages.pop().decode()
    for _each in range(10):
        response = visitor.post(reverse("defis:new_link", args=[token]))
    assert response.status_code == 429
    member.user.is_active = False
    member.user.save()
    Message.objects.all().delete()
    visitor.post(reverse("defis:new_link", args=[token]), REMOTE_ADDR="192.0.2.7")
    assert not Message.objects.exists()
