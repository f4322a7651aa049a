"""Webinars: to come or past, never both; what a replay owes; what calendars and machines read."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from community.models import CommunityDocument, Person
from events.models import WebinarIndexPage, WebinarPage
from events.webinars.timing import over_at
from tests.community.test_structured_data import faults, told
from tests.filling import create, filled, page_form
from tests.junk import JUNK, check
from tests.page_types import example

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]
MINUTE = timedelta(minutes=1)
PEERTUBE = "https://video.example.org/w/4uZnUPQ3ZWUy9Sb9mPXqbA"
PUBLISH = {"action-publish": "1"}


@pytest.fixture
def index() -> WebinarIndexPage:
    return example(WebinarIndexPage)


@pytest.fixture
def make(index):
    """Make a webinar that begins this long from now, and publish it."""

    def make_one(slug: str, begins: timedelta, **fields: object) -> WebinarPage:
        start = timezone.now() + begins
        page = WebinarPage(title=f"Un essai, {slug}", slug=slug, starts_at=start, **fields)
        index.add_child(instance=page)
        page.save_revision().publish()
        return WebinarPage.objects.get(pk=page.pk)

    return make_one


def found(client, query: str) -> set[str]:
    pages = client.get(f"/webinaires/?{query}").context["results"].page
    return {page.slug for page in pages}


@pytest.mark.parametrize("zone", ["Europe/Paris", "Pacific/Noumea", "America/Martinique"])
def test_it_is_over_at_its_end_two_hours_on_or_with_its_last_day(zone):
    start = datetime(2026, 3, 28, 22, tzinfo=UTC)  # In Paris the clocks change that night.
    known = {"days_only": False, "time_zone": zone}
    assert over_at(start, start + MINUTE, **known) == start + MINUTE
    assert over_at(start, None, **known) == start + timedelta(hours=2)
    day = start.astimezone(ZoneInfo(zone)).date()
    last = over_at(start, None, days_only=True, time_zone=zone)
    assert last == datetime(day.year, day.month, day.day + 1, tzinfo=ZoneInfo(zone))
    assert last > start


def test_the_day_itself_is_in_one_list_and_in_one_only(index, make, client):
    day = timezone.now()
    expected = {
        "en-cours": (make("en-cours", -90 * MINUTE), "on"),
        "fini": (make("fini", -121 * MINUTE), "over"),
        "finit-bientot": (make("finit-bientot", -300 * MINUTE, ends_at=day + MINUTE), "on"),
        "vient-de-finir": (make("vient-de-finir", -MINUTE, ends_at=day - MINUTE / 2), "over"),
        "commence": (make("commence", MINUTE, time_zone="Pacific/Noumea"), "upcoming"),
        "ce-jour": (make("ce-jour", -MINUTE, days_only=True, time_zone="Pacific/Tahiti"), "on"),
        "revu": (make("revu", -200 * MINUTE, replay_url=PEERTUBE), "replay"),
        "annule": (make("annule", MINUTE, cancelled=True), "cancelled"),
    }
    for slug, (page, state) in expected.items():
        assert page.state == state, slug
    upcoming, past = found(client, "quand=a-venir"), found(client, "quand=passes")
    assert not upcoming & past
    assert upcoming | past == found(client, "")
    assert {"en-cours", "finit-bientot", "commence", "ce-jour", "annule"} <= upcoming
    assert {"fini", "vient-de-finir", "revu"} <= past
    assert "revu" in found(client, "replay=oui") <= past
    shown = [page.slug for page in client.get("/webinaires/").context["results"].page]
    assert shown.index("commence") < shown.index("revu") < shown.index("retours-sur-les-defis-2018")
    assert max(map(shown.index, upcoming)) < min(map(shown.index, past))


@pytest.mark.parametrize("junk", JUNK)
def test_junk_in_the_filters_gives_a_page(junk, client):
    check(client.get(f"/webinaires/?quand={JUNK[junk]}&replay={JUNK[junk]}&edition={JUNK[junk]}"))


def test_a_replay_is_published_with_a_transcript_or_a_reason(index, editor, account, client):
    form = page_form(WebinarPage(), account("editor"), index)
    data = filled(form, title="Sans transcription", slug="sans", replay_url=PEERTUBE)
    data |= {"transcript-count": "0", "no_transcript_reason": " "}
    refused = create(editor, index, WebinarPage, data, **PUBLISH)
    assert list(refused.context["form"].errors) == ["no_transcript_reason"]
    assert PEERTUBE in refused.content.decode()
    assert create(editor, index, WebinarPage, data).status_code == 302
    draft = WebinarPage.objects.get(slug="sans")
    assert not draft.live
    reason = "Le son est inaudible."
    data |= {"slug": "avec", "no_transcript_reason": reason}
    assert create(editor, index, WebinarPage, data, **PUBLISH).status_code == 302
    response = client.get("/webinaires/avec/")
    assert reason in response.content.decode()
    assert "https://video.example.org" in response["Content-Security-Policy"]
    assert "example.org" not in client.get("/webinaires/")["Content-Security-Policy"]
    data |= {"slug": "deux", "replay_file": str(document("a.webm").pk)}
    refused = create(editor, index, WebinarPage, data, **PUBLISH)
    assert list(refused.context["form"].errors) == ["replay_url"]


def document(name: str, content: bytes = b"x") -> CommunityDocument:
    made = CommunityDocument(title=name)
    made.file.save(name, ContentFile(content))
    made.save()
    return made


def test_captions_and_files_are_checked_when_they_are_chosen(index, editor, account):
    form = page_form(WebinarPage(), account("editor"), index)
    good = b"WEBVTT\n\n00:01.000 --> 00:02.000\nOui\n"
    for name, content, line in (
        ("a.vtt", good.replace(b".000 -->", b",000 -->"), "3"),
        ("b.vtt", b"\xff\xfe", ""),
        ("c.txt", good, ""),
    ):
        data = filled(form, title="Sous-titres", slug="sous-titres", replay_url="")
        data["captions"] = str(document(name, content).pk)
        refused = create(editor, index, WebinarPage, data)
        (fault,) = refused.context["form"].errors["captions"]
        assert line in fault
    data["captions"] = str(document("d.vtt", good).pk)
    data["replay_file"] = str(document("d.odt").pk)
    assert "replay_file" in create(editor, index, WebinarPage, data).context["form"].errors
    data["replay_file"] = str(document("d.mp4").pk)
    assert create(editor, index, WebinarPage, data).status_code == 302


def test_its_calendar_is_read_by_two_readers_and_follows_its_changes(make, client):
    start = timezone.now().replace(microsecond=0)
    page = make("calendrier", MINUTE, time_zone="Indian/Reunion", venue="Salle A ; étage 2")
    page.starts_at, page.ends_at = start, start + timedelta(hours=1)
    page.save_revision().publish()
    address = f"{page.get_url()}webinaire.ics"
    response = client.get(address)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    first = icalendar.Calendar.from_ical(response.content).events[0]
    assert (first.start, first.end) == (page.starts_at, page.ends_at)
    assert first["dtstart"].params["TZID"] == "Indian/Reunion"
    assert (first["uid"], first["location"]) == (str(page.translation_key), page.venue)
    assert first["status"] == "CONFIRMED"
    assert vobject.readOne(response.content.decode()).validate(raiseException=True)
    assert client.get(address).content == response.content
    page.cancelled = True
    page.last_published_at = None
    page.save_revision().publish()
    WebinarPage.objects.filter(pk=page.pk).update(last_published_at=timezone.now() + MINUTE)
    then = icalendar.Calendar.from_ical(client.get(address).content).events[0]
    assert (then["uid"], then["status"]) == (first["uid"], "CANCELLED")
    assert then["sequence"] > first["sequence"]
    assert then["last-modified"].dt > first["last-modified"].dt
    days = client.get("/webinaires/semaine-de-l-innovation-publique-2018/webinaire.ics").content
    assert b"DTSTART;VALUE=DATE:20181119" in days
    assert b"DTEND;VALUE=DATE:20181126" in days
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert client.get(address).status_code == 404
    restriction.delete()
    page.unpublish()
    for nowhere in (address, "/webinaires/webinaire.ics", "/nulle-part/webinaire.ics"):
        assert client.get(nowhere).status_code == 404
    assert client.post("/webinaires/webinaire.ics").status_code == 405


def test_machines_read_an_event_then_a_video(make, client):
    data = {}
    person = Person.objects.public().first()
    for slug, begins, more in (
        ("bientot", MINUTE, {"registration_url": "https://example.org/venir"}),
        ("annule", MINUTE, {"cancelled": True, "venue": "Salle A"}),
        ("fini", -300 * MINUTE, {"days_only": True}),
        ("revu", -300 * MINUTE, {"replay_url": PEERTUBE}),
    ):
        page = make(slug, begins, **more)
        page.credits.create(person=person, role="speaker")
        page.save_revision().publish()
        (data[slug],) = told(client, page.get_url())
        assert list(faults(data[slug])) == []
    assert data["bientot"]["location"]["@type"] == "VirtualLocation"
    assert data["annule"]["eventStatus"].endswith("EventCancelled")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", data["fini"]["startDate"])
    assert [data[slug]["@type"] for slug in data] == ["Event"] * 3 + ["VideoObject"]
    assert data["revu"]["embedUrl"].startswith("https://video.example.org/videos/embed/")
    assert data["bientot"]["performer"][0]["name"] == str(person)
    Person.objects.filter(pk=person.pk).update(public_source="", consent_on=None)
    assert str(person) not in client.get("/webinaires/bientot/").content.decode()


def test_people_register_until_the_end_and_always_know_the_zone(make, client):
    soon = make("bientot", MINUTE, registration_url="https://example.org/venir",
                time_zone="America/Martinique")  # fmt: skip
    page = BeautifulSoup(client.get(soon.get_url()).content.decode(), "html.parser")
    assert page.find("a", href="https://example.org/venir")
    assert page.find("a", href=f"{soon.get_url()}webinaire.ics")
    assert "Martinique" in page.find("time").get_text()
    assert page.find("time")["datetime"].endswith("-04:00")
    gone = make("fini", -300 * MINUTE, registration_url="https://example.org/venir")
    html = client.get(gone.get_url()).content.decode()
    assert "https://example.org/venir" not in html
    assert "webinaire.ics" not in html


def test_the_editor_previews_a_video_that_is_not_saved(editor, account, index):
    page = example(WebinarPage)
    data = filled(page_form(page, account("editor"), index), replay_url=PEERTUBE)
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert editor.post(preview, data).json()["is_valid"]
    response = editor.get(preview)
    assert "https://video.example.org" in response["Content-Security-Policy"]
