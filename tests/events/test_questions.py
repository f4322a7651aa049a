"""The wall of questions: asked without an account, read before anybody can, supported once."""

import uuid
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from events.live import asking, moderating, supporting
from events.models import ClosedWall, PublishedSlot, Question, QuestionSupport, SessionPage
from tests.junk import JUNK, SCRIPT, check
from tests.programmes import campus_of, on_air
from tests.queries import queries
from tests.translating import version

pytestmark = pytest.mark.django_db


@pytest.fixture
def plenary(monkeypatch) -> SessionPage:
    """The plenary, under way, on a wall where nobody has asked yet."""
    monkeypatch.setattr(asking.guard, "least_seconds", -1)
    page = SessionPage.objects.get(slug="les-enjeux")
    on_air(page, timedelta())
    Question.objects.all().delete()
    return page


@pytest.fixture
def wall(plenary) -> str:
    return f"{plenary.get_url()}questions/"


@pytest.fixture
def send(plenary, wall, client):
    """Send what a form sends; ``script=True`` as our own script does."""

    def post(verb: str, *, script: bool = False, **values: object):
        headers = {"accept": "application/json"} if script else {}
        data = {"mark": asking.guard.stamp(plenary.pk), **values}
        address = str(data.pop("REMOTE_ADDR", "127.0.0.1"))
        return client.post(f"{wall}{verb}/", data, headers=headers, REMOTE_ADDR=address)

    return post


def question(plenary, text: str = "Et après ?", state: str = "accepted", **values) -> Question:
    return Question.objects.create(session=plenary, text=text, state=state, **values)


def number(one: Question) -> int:
    one.refresh_from_db()
    return one.supports


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


def decide(client, plenary, action: str, one: Question | None = None, **values):
    data = {"action": action, "question": one.pk if one else "", **values}
    return client.post(reverse("events_desk", args=[plenary.pk]), data)


def test_asked_without_an_account_then_read_accepted_and_answered(
    plenary, wall, send, client, editor
):
    site = campus_of("2018", "martinique")
    response = send("poser", text="Qui paie ?\r\nEt quand ?", campus=site.pk, key=uuid.uuid4())
    assert response["Location"].startswith(f"{wall}?recue")
    assert not response.cookies and not client.get(wall).cookies
    one = Question.objects.get()
    assert (one.state, one.campus, one.language, one.supports) == ("waiting", site, "fr", 0)
    everywhere = (wall, f"{wall}ecran/", f"{wall}liste/", f"{wall}liste/?pour=ecran")

    def shown() -> list[bool]:
        return ["Qui paie" in client.get(address).content.decode() for address in everywhere]

    assert not any(shown())
    desk = reverse("events_desk", args=[plenary.pk])
    assert "Qui paie" in editor.get(desk).content.decode()
    assert decide(editor, plenary, "accept", one).status_code == 302
    assert all(shown())
    assert client.get(f"{wall}poser/")["Location"] == wall
    assert client.put(f"{wall}poser/").status_code == 405
    assert site.title in soup(client.get(wall)).select_one(".asked").get_text()
    decide(editor, plenary, "answer", one, answer="La région, en mars.")
    html = client.get(wall).content.decode()
    assert "La région, en mars." in html
    decide(editor, plenary, "refuse", one)
    assert not any(shown())
    decide(editor, plenary, "put_back", one)
    assert not any(shown())
    decide(editor, plenary, "delete", one)
    assert not Question.objects.exists()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": "é" * 10_000}, "text"),
        ({"text": "nul\0"}, "text"),
        ({"campus": "999999999999999999999"}, "campus"),
        ({"website": "http://example.org"}, "website"),
        ({"mark": "forged"}, ""),
    ],
)
def test_a_fault_is_told_and_keeps_what_was_typed(values, field, send):
    sent = {"text": "Une question", **values}
    response = send("poser", **sent)
    assert response.status_code == 200
    page = soup(response)
    assert page.select_one("#errors")["role"] == "alert"
    typed = page.select_one("textarea[name=text]").get_text().strip()
    assert typed == sent["text"].replace("\0", "") or "\0" in sent["text"]
    assert not field or page.select_one(f"#id_{field}")["aria-invalid"] == "true"
    fresh = page.select_one("[data-ask] [name=mark]")["value"]
    assert fresh != "forged"
    told = send("poser", script=True, **sent)
    # A form that is only too old is sent again by the script with the mark that it is given.
    assert told.status_code == (409 if "mark" in values else 400)
    assert told.json()["errors"] and told.json()["mark"]
    assert not Question.objects.exists()


@pytest.mark.parametrize("junk", JUNK)
def test_junk_gives_a_page(junk, plenary, wall, send, client, editor):
    value = JUNK[junk]
    for verb in ("poser", "soutenir"):
        fields = dict.fromkeys(("text", "campus", "key", "mark", "question", "device"), value)
        check(send(verb, **fields), cut=False)
        check(send(verb, script=True, **fields), cut=False)
    check(client.get(f"{wall}liste/?pour={value}"))
    check(editor.get(f"{reverse('events_desk', args=[plenary.pk])}?fusionner={value}"))
    for action in (value, "accept", "answer", "merge"):
        found = decide(editor, plenary, action, answer=value, target=value)
        check(found, cut=False)


def test_sent_twice_it_is_kept_once(send, plenary):
    key = uuid.uuid4()
    for _turn in range(2):
        assert send("poser", script=True, text="Qui paie ?", key=key).status_code == 201
    ClosedWall.objects.create(session=plenary)
    assert send("poser", script=True, text="Qui paie ?", key=key).status_code == 201
    assert Question.objects.count() == 1


def test_floods_are_stopped_and_nobody_is_known(send, plenary, wall, client, monkeypatch):
    monkeypatch.setattr(asking.guard, "limit", 1)
    monkeypatch.setattr(supporting.newcomers, "limit", 1)
    assert send("poser", text="Une").status_code == 302
    refused = send("poser", text="La deuxième")
    assert refused.status_code == 429 and "La deuxième" in refused.content.decode()
    one = question(plenary)
    assert send("soutenir", script=True, question=one.pk).status_code == 200
    assert send("soutenir", script=True, question=one.pk, device="forged").status_code == 429
    monkeypatch.setattr(asking, "MOST_WAITING", 1)
    assert send("poser", script=True, text="Encore une").json()["wait"] > 0
    elsewhere = {"sec-fetch-site": "cross-site"}
    for verb in ("poser", "soutenir"):
        assert client.post(f"{wall}{verb}/", headers=elsewhere).status_code == 403
    send("soutenir", question=one.pk, REMOTE_ADDR="203.0.113.9")
    assert "203.0.113.9" not in str(getattr(cache, "_cache", ""))


def test_a_device_supports_a_question_once(send, plenary, wall):
    one, other = question(plenary), question(plenary, "Une autre")
    device = send("soutenir", script=True, question=one.pk).json()["device"]
    for _turn in range(2):
        send("soutenir", script=True, question=one.pk, device=device)
        send("soutenir", script=True, question=other.pk, device=device)
    send("soutenir", script=True, question=one.pk)
    assert (number(one), number(other)) == (2, 1)
    assert device.split(":")[0] not in str(list(QuestionSupport.objects.values_list("device")))
    # Without a script the network address counts for one, and is not kept in the database.
    assert send("soutenir", question=one.pk)["Location"] == f"{wall}#question-{one.pk}"
    assert "deja" in send("soutenir", question=one.pk)["Location"]
    assert number(one) == 3
    for state in ("waiting", "refused"):
        hidden = question(plenary, state=state)
        assert send("soutenir", script=True, question=hidden.pk).status_code == 404


def test_merging_adds_supports_once_and_may_be_undone(plenary, send, editor):
    one, other, third = (question(plenary, text) for text in ("Une", "La même", "Encore elle"))
    devices = [supporting.new_device() for _number in range(3)]
    for chosen, supporters in ((one, devices[:2]), (other, devices[1:]), (third, devices[2:])):
        for device in supporters:
            send("soutenir", script=True, question=chosen.pk, device=device)
    decide(editor, plenary, "merge", third, target=other.pk)
    assert number(other) == 2
    decide(editor, plenary, "merge", other, target=one.pk)
    assert number(one) == 3
    third.refresh_from_db()
    assert (third.state, third.merged_into) == ("merged", one)
    # Somebody whose page still shows it supports the one that it went into.
    send("soutenir", script=True, question=other.pk, device=supporting.new_device())
    assert number(one) == 4
    for wrong in (one.pk, other.pk, 999_999):
        refused = decide(editor, plenary, "merge", one, target=wrong)
        assert refused.status_code == 200 and refused.context["fault"]
    decide(editor, plenary, "put_back", other)
    assert (other.pk, number(other)) == (other.pk, 2)
    assert Question.objects.get(pk=other.pk).state == "waiting"


def test_sorted_by_support_then_age_and_304_until_something_changes(plenary, wall, client, send):
    few, many, late = (
        question(plenary, text, supports=n) for text, n in (("Peu", 1), ("Tant", 9), ("Tard", 1))
    )
    question(plenary, "Faite", "answered", supports=50)
    question(plenary, SCRIPT, "accepted")
    news = f"{wall}liste/"
    first = client.get(news)
    check(first)
    found = [one["id"] for one in soup(first).select(".asked:first-of-type .asked__one")]
    assert found[:3] == [f"question-{one.pk}" for one in (many, few, late)]
    again = client.get(news, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    send("poser", text="Une question qui attend")
    assert client.get(news, headers={"if-none-match": first["ETag"]}).status_code == 304
    send("soutenir", script=True, question=late.pk)
    changed = client.get(news, headers={"if-none-match": first["ETag"]})
    assert changed.status_code == 200 and changed["ETag"] != first["ETag"]
    assert queries(client, news) <= 5, client.report
    assert queries(client, wall) <= 20, client.report
    assert queries(client, f"{wall}ecran/") <= 20, client.report
    before = queries(client, news)
    for place in range(20):
        question(plenary, f"Question {place}", campus=campus_of("2018", "rennes"))
    assert queries(client, news) == before, client.report


def test_it_closes_by_hand_a_day_afterwards_and_when_cancelled(plenary, wall, send, client, editor):
    one = question(plenary)
    decide(editor, plenary, "close")
    assert not soup(client.get(wall)).select("[data-ask], .asked button")
    refused = send("poser", text="Trop tard ?")
    assert refused.status_code == 403 and "Trop tard ?" in refused.content.decode()
    assert send("soutenir", script=True, question=one.pk).status_code == 403
    decide(editor, plenary, "open")
    assert soup(client.get(wall)).select("[data-ask]")
    on_air(plenary, -timedelta(hours=26))
    assert not soup(client.get(wall)).select("[data-ask]")
    PublishedSlot.objects.filter(session=plenary).update(end=None)
    assert send("poser", text="Trop tard ?").status_code == 403
    on_air(plenary, timedelta())
    plenary.status = "cancelled"
    plenary.save_revision().publish()
    assert send("poser", text="Annulée ?").status_code == 403


def test_there_is_no_wall_where_the_session_is_not_for_everybody(plenary, wall, client, send):
    question(plenary, "Une question publique")
    campus = campus_of("2018", "rennes")
    Question.objects.update(campus=campus)
    hidden = PageViewRestriction.objects.create(page=campus, restriction_type="login")
    for address in (wall, f"{wall}liste/", f"{wall}ecran/"):
        text = soup(client.get(address)).get_text()
        assert "Une question publique" in text
        assert campus.title not in (soup(client.get(address)).select_one("ol.asked") or "")
    hidden.delete()
    PageViewRestriction.objects.create(page=plenary, restriction_type="login")
    for address in (wall, f"{wall}ecran/"):
        assert client.get(address).status_code == 302
    assert client.get(f"{wall}liste/").status_code == 404
    for verb in ("poser", "soutenir"):
        assert send(verb, text="?", question="1").status_code == 404
    PageViewRestriction.objects.all().delete()
    plenary.questions_open = False
    plenary.save_revision().publish()
    for address in (wall, f"{wall}liste/", f"{wall}ecran/"):
        assert client.get(address).status_code == 404
    assert send("poser", text="?").status_code == 404


def test_whoever_plans_a_site_of_the_session_moderates_it(plenary, signed_in, account, porteur):
    from community.accounts.roles import allow_pages

    one = question(plenary, state="waiting")
    desk = reverse("events_desk", args=[plenary.pk])
    assert porteur.get(desk).status_code == 302
    assert decide(porteur, plenary, "accept", one).status_code == 302
    assert not Question.objects.get().is_public
    group = account("porteur").groups.first()
    # A site that only relays the plenary.
    allow_pages(group, campus_of("2018", "martinique"), "change")
    someone = signed_in("porteur")
    assert "Et après" in someone.get(desk).content.decode()
    assert plenary.title in someone.get(reverse("events_desks")).content.decode()
    decide(someone, plenary, "accept", one)
    assert Question.objects.get().is_public
    first = someone.get(desk)
    same = someone.get(desk, headers={"if-none-match": first["ETag"]})
    assert same.status_code == 304
    typed = decide(someone, plenary, "answer", one, answer="r" * 1_001)
    assert "r" * 1_001 in typed.content.decode() and typed.context["fault"]
    # A session of another site alone is none of theirs.
    other = SessionPage.objects.get(slug="cloture-et-temoignages")
    assert someone.get(reverse("events_desk", args=[other.pk])).status_code == 302


def test_a_translated_session_has_the_same_wall(plenary, english, client, send):
    twin = version(plenary, english)
    twin.save_revision().publish()
    question(plenary, "Une question en français")
    page = soup(client.get(f"{twin.get_url()}questions/"))
    assert page.select_one(".asked__text[lang=fr]")
    moderating.set_closed(plenary, True)
    assert not soup(client.get(f"{twin.get_url()}questions/")).select("[data-ask]")


def test_what_is_old_and_not_public_is_deleted(plenary, send):
    kept, gone = question(plenary), [question(plenary, state=s) for s in ("refused", "waiting")]
    send("soutenir", script=True, question=kept.pk)
    call_command("purge_questions", verbosity=0)
    assert Question.objects.count() == 3
    long_ago = timezone.now() - timedelta(days=31)
    Question.objects.update(asked_at=long_ago)
    Question.objects.filter(pk=gone[0].pk).update(decided_at=long_ago)
    call_command("purge_questions", verbosity=0)
    assert list(Question.objects.all()) == [kept]
    assert number(kept) == 1 and not QuestionSupport.objects.exists()


def test_the_demonstration_says_that_its_questions_are_invented(client):
    page = SessionPage.objects.get(slug="les-enjeux")
    texts = list(Question.objects.filter(session=page).values_list("text", "state"))
    assert len(texts) == 3
    assert all("exemple fictif" in text and state == "answered" for text, state in texts)
    assert not soup(client.get(f"{page.get_url()}questions/")).select("[data-ask]")
