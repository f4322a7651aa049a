"""What those who follow something are told: what is new, what anybody may see, and once."""

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from community.following import digests
from community.following.digests import send_digests
from community.following.tokens import manage_token
from community.models import Follow, Message
from defis.models import DefiPage, FollowUpPage, PrototypeDefi, PrototypePage, State
from events.programme.publishing import publish
from tests.community.following import ADDRESS, address_of, follow, paris, written
from tests.programmes import campus_of, session, slot
from tests.queries import queries
from tests.translating import version

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def nothing_new(db) -> None:
    """The demonstration was published long ago."""
    Page.objects.update(first_published_at=timezone.now() - timedelta(days=400))


@pytest.fixture
def told(client, defi):
    """Say what is new about the défi, its site, its theme and its territory: by mail, by Atom."""
    around = [address_of(defi)]
    around += [f"/suivre/{kind}/{key}/" for kind, key in defi.also_followed()]

    for url in around:
        follow(url)

    def read() -> dict[str, str]:
        Follow.objects.update(told_until=timezone.now() - timedelta(days=2))
        Message.objects.all().delete()
        send_digests(timezone.now() + timedelta(minutes=5))
        found = {"mail": "".join(message.text for message in written())}
        for url in around:
            response = client.get(f"{url}flux/")
            found[url] = response.content.decode() if response.status_code == 200 else ""
        return found

    return read


def words(told: dict[str, str], *wanted: str) -> dict[str, set[str]]:
    """Return where each of these words is read."""
    return {word: {where for where, text in told.items() if word in text} for word in wanted}


def test_a_follow_up_is_told_to_who_follows_what_is_around(defi, report, told):
    everywhere = set(told()) - {"mail"}
    themes = {where for where in everywhere if "/theme/" in where}
    assert themes
    assert len(everywhere - themes) >= 3
    report(defi, State.TESTING, date(2019, 1, 15), summary="Zorglub essaie")
    report(defi, State.DEPLOYED, date(2019, 6, 15))
    found = told()
    assert words(found, "Zorglub essaie", "Le 2019-06-15") == {
        "Zorglub essaie": {"mail", *(everywhere - themes)},
        "Le 2019-06-15": {"mail", *(everywhere - themes)},
    }
    # Once in the e-mail, with the change of state, though four things that are followed have it.
    assert found["mail"].count("Zorglub essaie") == 1
    before, after = State.TESTING.label, State.DEPLOYED.label
    assert f"{after} (" in found["mail"]
    assert found["mail"].count(f" {before})") == 1
    assert defi.get_url() in found["mail"]


def test_prototypes_defis_and_what_refers_are_told(defi, told):
    prototype = PrototypePage(title="Zorglub roulant", kind="mobile")
    PrototypePage.objects.first().get_parent().add_child(instance=prototype)
    prototype.prototype_defis.add(PrototypeDefi(defi=defi))
    prototype.save_revision().publish()
    around = {where for where in told() if where == "mail" or "/defi/" in where}
    assert words(told(), "Zorglub roulant")["Zorglub roulant"] == around

    twin = defi.copy(
        update_attrs={"slug": "zorglub", "title": "Comment zorglubiser ?", "number": 900},
        copy_revisions=False,
        keep_live=False,
    )
    assert words(told(), "zorglubiser")["zorglubiser"] == set()
    twin.save_revision().publish()
    found = told()
    around = {where for where in found if "/defi/" not in where}
    assert words(found, "zorglubiser")["zorglubiser"] == around


def test_nothing_private_is_ever_told(defi, report, told, porteur):
    """Neither a draft, nor a private page, nor what was taken off, nor below one of these."""
    page = report(defi, State.STOPPED, date(2019, 1, 15), summary="Zorglub secret", learnt="lub")
    shown = words(told(), "Zorglub secret")["Zorglub secret"]
    assert len(shown) > 3
    page.summary = "Zorglub en brouillon"
    page.save_revision()
    restriction = PageViewRestriction(page=page, restriction_type="login")
    for secret in ("draft", "community", "defi", "unpublished"):
        if secret == "community":
            restriction.save()
        elif secret == "defi":
            restriction.page = defi
            restriction.save()
        elif secret == "unpublished":
            restriction.delete()
            page.unpublish()
        found = told()
        assert "brouillon" not in str(found), secret
        assert (words(found, "Zorglub secret")["Zorglub secret"] == shown) == (secret == "draft")
        assert secret == "draft" or "Zorglub" not in str(found), secret
        # Nor does the state tell it.
        assert secret == "draft" or str(State.STOPPED.label) not in found["mail"], secret
        if secret == "defi":
            assert porteur.get(address_of(defi)).status_code == 404
            assert porteur.get(f"{address_of(defi)}flux/").status_code == 404
            assert defi.title not in str(found)


def test_who_follows_what_became_private_sees_no_title(defi, client):
    made = follow(address_of(defi))
    PageViewRestriction.objects.create(page=defi, restriction_type="login")
    page = client.get(f"/suivre/gerer/{manage_token(made.follower)}/").content.decode()
    assert str(made.pk) in page
    assert defi.title not in page


def test_old_pages_put_right_and_translations_are_no_news(defi, report, english, told):
    page = report(defi, State.TESTING, date(2019, 1, 15), summary="Zorglub ancien")
    Page.objects.filter(pk=page.pk).update(first_published_at=timezone.now() - timedelta(days=30))
    page = FollowUpPage.objects.get(pk=page.pk)
    page.summary = "Zorglub corrigé"
    page.save_revision().publish()
    english_defi = version(defi, english)
    english_defi.save_revision().publish()
    twin = page.copy_for_translation(english, copy_parents=True)
    twin.summary = "Zorglub translated"
    twin.save_revision().publish()
    found = told()
    assert "Zorglub" not in found["mail"]
    # The feed has it once, at its first date, in the language of whoever reads it.
    assert "Zorglub corrigé" in found[address_of(defi)]
    assert "translated" not in found[address_of(defi)]


def test_a_digest_in_english_leads_to_english_pages(defi, report, english, client):
    english_defi = version(defi, english)
    english_defi.title = "How to zorglub?"
    english_defi.save_revision().publish()
    made = follow(address_of(defi))
    made.follower.language = "en"
    made.follower.save()
    report(defi, State.TESTING, date(2019, 1, 15))
    send_digests(timezone.now() + timedelta(minutes=5))
    [message] = written()
    assert "How to zorglub?" in message.text
    assert "/en/suivre/gerer/" in message.text
    # Told in one language alone, it is told in this one.
    assert "Le 2019-01-15" in message.text
    assert "How to zorglub?" in client.get(f"/en{address_of(defi)}flux/").content.decode()


def test_daily_weekly_late_and_never_twice(defi, report):
    """A month, day by day, with one follow-up on Wednesday 2 and another on Sunday 13."""
    daily = follow(address_of(defi))
    other = DefiPage.objects.live().exclude(pk=defi.pk).order_by("path").first()
    weekly = follow(address_of(defi), "weekly", "dominique@example.org")
    follow(address_of(other), "daily", "dominique@example.org")
    Follow.objects.update(told_until=paris("2030-01-01"))
    for day, title in (("2030-01-02", "Premier"), ("2030-01-13", "Second")):
        page = report(defi, State.TESTING, date.fromisoformat(day))
        FollowUpPage.objects.filter(pk=page.pk).update(
            title=title, first_published_at=paris(day) + timedelta(hours=9)
        )
    sent = []
    # Cron stood still from Saturday 12 to Tuesday 15, and ran twice on some days.
    for number in [*range(2, 12), 3, 3, *range(15, 31), 30]:
        now = paris(f"2030-01-{number:02}") + timedelta(minutes=len(sent))
        sent += [(number, *line) for line in send_digests(now)]
    # In the order of their random keys within a day.
    assert sorted(sent) == [
        (3, ADDRESS, 1),
        (7, "dominique@example.org", 1),
        (15, ADDRESS, 1),
        (15, "dominique@example.org", 1),
    ]
    messages = written()
    assert len(messages) == len({message.key for message in messages}) == 4
    assert [("Premier" in message.text, "Second" in message.text) for message in messages] == [
        (True, False), (True, False), (False, True), (False, True),
    ]  # fmt: skip
    assert messages[0].key == f"digest:{daily.follower_id}:2030-01-03"
    assert messages[0].headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert weekly.follower_id != daily.follower_id


def test_a_crash_in_the_middle_sends_nothing_twice(defi, report, monkeypatch):
    follow(address_of(defi))
    follow(address_of(defi), address="dominique@example.org")
    report(defi, State.TESTING, date(2019, 1, 15))
    real, now = digests.post, timezone.now() + timedelta(minutes=5)

    def fail(*arguments, **named):
        if written():
            raise OSError("no disk")
        return real(*arguments, **named)

    monkeypatch.setattr(digests, "post", fail)
    with pytest.raises(OSError, match="no disk"):
        send_digests(now)
    monkeypatch.setattr(digests, "post", real)
    assert len(send_digests(now)) == 1
    assert {message.address for message in written()} == {ADDRESS, "dominique@example.org"}
    assert send_digests(now) == []


def test_a_trial_run_sends_nothing(defi, report, capsys):
    made = follow(address_of(defi))
    report(defi, State.TESTING, date(2019, 1, 15))
    FollowUpPage.objects.update(first_published_at=timezone.now() - timedelta(hours=1))
    call_command("send_digests", "--dry-run")
    assert ADDRESS in capsys.readouterr().out
    assert not written()
    assert Follow.objects.get().told_until == made.told_until


def test_a_published_programme_and_its_sessions_are_told_to_the_site(client, account):
    rennes = campus_of("2018", "rennes")
    follow(address_of(rennes))
    shown = session(rennes, "Atelier zorglub")
    slot(shown, rennes, "2018-07-09 14:30", "2018-07-09 15:30")
    shown.save_revision().publish()
    hidden = session(rennes, "Atelier caché")
    slot(hidden, rennes, "2018-07-09 16:30", "2018-07-09 17:30")
    hidden.save_revision().publish()
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    publish(rennes, account("editor"), "Deux ateliers de plus")
    send_digests(timezone.now() + timedelta(minutes=5))
    [message] = written()
    feed = client.get(f"{address_of(rennes)}flux/").content.decode()
    for text in (message.text, feed):
        assert "Deux ateliers de plus" in text
        assert text.count("Atelier zorglub") >= 2
        assert "caché" not in text


def test_a_feed_is_valid_cached_and_asked_again_for_nothing(first, client):
    url = f"{address_of(first)}flux/"
    response = client.get(url)
    root = ElementTree.fromstring(response.content)
    entries = root.findall(f"{ATOM}entry")
    dates = [entry.findtext(f"{ATOM}published") for entry in entries]
    assert len(entries) >= 2
    assert dates == sorted(dates, reverse=True)
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
    assert {link.get("rel") for link in root.findall(f"{ATOM}link")} == {"self", "alternate"}
    assert "public" in response["Cache-Control"]
    again = client.get(url, headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_it_costs_the_same_for_three_times_as_many(first, client):
    for url in (address_of(first), f"{address_of(first)}flux/"):
        assert queries(client, url) <= 20, client.report

    def cost(number: int) -> int:
        Follow.objects.all().delete()
        for page in DefiPage.objects.live().order_by("path")[:number]:
            follow(address_of(page), days=500)
            for kind, key in page.also_followed():
                follow(f"/suivre/{kind}/{key}/", days=500)
        with CaptureQueriesContext(connection) as captured:
            assert len(send_digests(timezone.now())) == 1
        Message.objects.all().delete()
        return len(captured)

    cost(1)
    assert cost(9) <= cost(3) <= 60
