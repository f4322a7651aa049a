"""Exports of programmes: every visible slot once, in its own time, in files that readers accept."""

from xml.etree import ElementTree

import pytest
from django.utils import translation
from wagtail.models import PageViewRestriction

from events.models import CampusPage, EditionPage, PublishedSlot, SessionPage, Slot
from tests.programmes import campus_of

from .exported import calendar_of, of_ics, of_json, of_xml
from .ugly import UGLY, ugly_programme

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

HOME = "/editions/2018/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def rennes() -> CampusPage:
    return campus_of("2018", "rennes")


@pytest.fixture
def ugly(rennes) -> dict[str, Slot]:
    return ugly_programme(rennes)


def test_every_slot_stands_once_in_every_export_of_every_zone(ugly, rennes, client):
    places = {
        HOME: list(
            CampusPage.objects.child_of(
                EditionPage.objects.get(year=2018, locale__language_code="fr")
            )
        )
    }
    places |= {campus.get_url(): [campus] for campus in places[HOME]}
    for home, campuses in places.items():
        slots = PublishedSlot.objects.filter(campus__in=campuses).order_by("key")
        wanted = [(one.key, one.start, one.end) for one in slots]
        standing = [(one.key, one.start, one.end) for one in slots if not one.withdrawn]
        assert sorted(of_ics(client.get(f"{home}programme.ics").content)) == wanted, home
        for read, name in ((of_xml, "schedule.xml"), (of_json, "schedule.json")):
            found = sorted(read(client.get(home + name).content))
            # A format of applications stops at a hundred hours; ours would be 156.
            longest = ugly["long"].key
            assert [one for one in found if one[0] != longest] == [
                one for one in standing if one[0] != longest
            ], home + name
            assert [one[:2] for one in found] == [one[:2] for one in standing], home + name
    assert len(slots.model.objects.filter(withdrawn=True)) == 1


def test_what_applications_read(ugly, rennes, client):
    with translation.override("fr"):
        schedule = client.get(f"{HOME}schedule.json").json()["schedule"]
    days = {day["date"]: day for day in schedule["conference"]["days"]}
    found = {
        event["guid"]: event
        for day in days.values()
        for room in day["rooms"].values()
        for event in room
    }
    one = {name: found.get(str(each.key)) for name, each in ugly.items()}
    # Rooms of the same name on two sites, a session in two rooms, an evening on the other side.
    assert one["one"]["room"] == "Rennes – Salle 1" and one["two"]["room"] == "Rennes – Salle 2"
    assert one["one"]["slug"] != one["two"]["slug"] and one["one"]["title"] == one["two"]["title"]
    assert one["far"]["room"] == "Nouméa – Salle 1" and one["far"]["track"] == "Nouméa"
    assert one["far"]["date"] == "2018-07-11T22:30:00+11:00"
    assert one["west"]["date"] == "2018-07-11T22:00:00-04:00"
    assert one["relay"]["date"] == "2018-07-11T13:30:00+02:00"
    assert one["winter"]["date"] == "2018-11-19T14:00:00+01:00"
    eleventh = days["2018-07-11"]
    assert eleventh["day_start"] == "2018-07-11T00:00:00+11:00"
    assert eleventh["day_end"] == "2018-07-12T00:00:00-04:00"
    # What has no field of its own there is told in words; a name only when its owner agreed.
    assert one["off"]["title"] != "Annulée" and one["off"]["title"].endswith("Annulée")
    assert one["relay"]["subtitle"] and one["west"]["description"] and one["gone"] is None
    assert [len(one[name]["persons"]) for name in ("one", "far")] == [1, 0]
    assert one["ugly"]["title"] == " ".join(UGLY.replace("\x0b", " ").split())
    assert one["long"]["duration"] == "99:59"


def test_what_a_calendar_learns_of_changes(ugly, rennes, client):
    with translation.override("fr"):
        found = calendar_of(client, f"{HOME}programme.ics")
    one = {name: found[str(each.key)] for name, each in ugly.items() if name != "gone"}
    one["gone"] = next(event for event in found.values() if event["summary"] == "Aubade")
    said = {name: (str(one[name]["status"]), int(one[name]["sequence"])) for name in one}
    assert said["one"] == ("CONFIRMED", 0) and said["night"] == ("TENTATIVE", 0)
    assert said["moved"] == ("TENTATIVE", 1)
    assert said["off"] == said["gone"] == ("CANCELLED", 1)
    assert one["moved"]["last-modified"].dt >= one["night"]["last-modified"].dt
    assert "dtend" not in one["west"] and "dtend" not in one["ugly"]
    assert str(one["one"]["location"]) == "Rennes, Salle 1"
    assert one["one"]["url"] == f"http://testserver{rennes.get_url()}dans-deux-salles/"
    assert str(one["ugly"]["summary"]) == " ".join(UGLY.replace("\x0b", " ").split())
    assert "Nouméa" in one["relay"]["description"]
    assert one["far"].start.tzinfo.key == "Pacific/Noumea"
    assert one["relay"].start == one["far"].start and one["relay"]["uid"] != one["far"]["uid"]
    # A session alone: wherever it is, or one of its places.
    address = f"{ugly['far'].session.get_url()}seance.ics"
    assert set(calendar_of(client, address)) == {str(ugly[name].key) for name in ("far", "relay")}
    assert set(calendar_of(client, f"{address}?cle={ugly['relay'].key}")) == {
        str(ugly["relay"].key)
    }


def test_what_is_hidden_leaves_no_trace_in_an_export(ugly, rennes, client, editor):
    names = ("programme.ics", "schedule.xml", "schedule.json", "programme/flux/")
    gone = SessionPage.objects.get(title="Aubade")

    def shown(word: str, who=client) -> list[bool]:
        return [word in who.get(HOME + name).content.decode() for name in names]

    assert shown("Aubade") == [True, False, False, True]
    assert shown("Sérénade") == [True] * 4
    for page in (gone, ugly["west"].session, ugly["far"].campus):
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    for word in ("Aubade", "Sérénade", "Veillée"):
        assert shown(word) == [False] * 4, word
    assert shown("Nouméa") == [False] * 4
    assert shown("Sérénade", editor) == [True] * 4
    # The calendar that took it still learns that it is cancelled, without its name.
    key = str(PublishedSlot.objects.get(withdrawn=True).key)
    assert calendar_of(client, f"{HOME}programme.ics")[key]["status"] == "CANCELLED"
    for address in (gone.get_url() + "seance.ics", ugly["far"].campus.get_url() + "schedule.xml"):
        assert client.get(address).status_code == 404
        assert editor.get(address).status_code == 200
    rennes.unpublish()
    assert client.get(f"{rennes.get_url()}programme.ics").status_code == 404
    for address in ("/defis/", "/editions/", "/editions/2018/les-enjeux/", "/nulle-part/"):
        assert client.get(f"{address}programme.ics").status_code == 404
    assert client.get(f"{HOME}seance.ics").status_code == 404
    assert client.post(f"{HOME}programme.ics").status_code == 405


def test_the_changes_are_a_feed(ugly, rennes, client):
    with translation.override("fr"):
        root = ElementTree.fromstring(client.get(f"{HOME}programme/flux/").content)
    entries = root.findall(f"{ATOM}entry")
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
    latest = entries[0].findtext(f"{ATOM}summary").replace("\xa0", " ")
    assert all(title in latest for title in ("Déplacée", "Annulée", "Aubade"))
    assert "11 h 30" in latest
    assert any("Été &amp; co" in entry.findtext(f"{ATOM}summary") for entry in entries)
    assert entries[0].find(f"{ATOM}link").get("href").endswith("/rennes/programme/")
    own = ElementTree.fromstring(client.get("/editions/2018/la-reunion/programme/flux/").content)
    assert len(own.findall(f"{ATOM}entry")) == 1
    # In another language the sessions have their translated titles.
    english = client.get("/en/editions/2018/rennes/programme/flux/").content.decode()
    assert "Learning café" in english and "Café apprenant" not in english
    assert b"//EN" in client.get("/en/editions/2018/rennes/programme.ics").content
