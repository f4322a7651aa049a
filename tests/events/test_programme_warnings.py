"""What the editors are warned of before they publish a programme."""

from datetime import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from community.models import Person
from events.models import SessionPage, SessionSpeaker
from events.programme.warnings import warnings
from tests.programmes import campus_of, new_campus, relay, session, slot

pytestmark = pytest.mark.django_db


@pytest.fixture
def rennes():
    return campus_of("2018", "rennes")


def codes(place) -> list[str]:
    return sorted(warning.code for warning in warnings(place))


def speaker(status: str = "confirmed") -> SessionSpeaker:
    return SessionSpeaker(person=Person.objects.get(family_name="Fleury"), status=status)


def test_the_demonstration_is_warned_of_what_its_source_leaves_open(rennes):
    assert codes(rennes) == ["no_end", "no_end", "no_end", "unconfirmed"]
    assert codes(campus_of("2018", "la-reunion")) == []


def test_a_room_holds_one_session_at_a_time(rennes):
    one = slot(session(rennes, "Un"), rennes, "2018-07-09 08:00", "2018-07-09 09:00", "Salle 1")
    two = slot(session(rennes, "Deux"), rennes, "2018-07-09 08:30", room="Salle 1")
    slot(session(rennes, "Trois"), rennes, "2018-07-09 09:00", "2018-07-09 10:00", "Salle 1")
    slot(session(rennes, "Quatre"), rennes, "2018-07-09 08:30", room="Salle 2")
    found = [w for w in warnings(rennes) if w.code == "room_clash"]
    assert [set(w.keys) for w in found] == [{one.key, two.key}]
    five = slot(session(rennes, "Cinq"), rennes, "2018-07-09 08:30", room="Salle 1")
    found = [set(w.keys) for w in warnings(rennes) if w.code == "room_clash"]
    assert {two.key, five.key} in found and len(found) == 3
    SessionPage.objects.get(title="Deux").slots.all().delete()
    cancelled = five.session
    cancelled.status = "cancelled"
    cancelled.save_revision()
    assert "room_clash" not in codes(rennes)


def test_somebody_is_in_one_place_at_a_time(rennes):
    cluny = campus_of("2018", "cluny")
    here = slot(session(rennes, "Ici", speaker()), rennes, "2018-07-10 10:00", "2018-07-10 11:00")
    relay(here, cluny)
    there = slot(session(cluny, "Là", speaker()), cluny, "2018-07-10 10:30")
    slot(there.session, cluny, "2018-07-10 15:00")
    for place in (rennes, cluny, rennes.edition):
        found = [w for w in warnings(place) if w.code == "speaker_clash"]
        assert [set(w.keys) for w in found] == [{here.key, there.key}]


def test_what_a_site_lacks_and_what_lies_outside(rennes):
    far = new_campus(rennes, "Ailleurs", "Pacific/Noumea")
    far.starts_on = far.ends_on = None
    far.opens_at, far.closes_at = time(9), time(18)
    far.time_zone = "Mars/Olympus"
    far.save(clean=False)
    assert codes(far) == ["no_dates", "zone"]
    far.time_zone, far.starts_on = "Pacific/Noumea", rennes.starts_on
    far.save()
    origin = slot(session(rennes, "Tard", status="cancelled"), rennes, "2018-07-09 16:00")
    relay(origin, far)
    slot(session(far, "Hors dates"), far, "2018-07-12 10:00", "2018-07-12 11:00")
    slot(
        session(far, "Avant", session_type="training"), far, "2018-06-12 10:00", "2018-06-12 11:00"
    )
    session(far, "Sans créneau")
    assert codes(far) == ["cancelled_relay", "no_slot", "outside_dates"]
    page = origin.session
    page.status = "confirmed"
    page.save_revision()
    # 16:00 in Rennes is one in the morning of the next day there.
    assert "relay_closed" in codes(far) and "cancelled_relay" not in codes(far)


def test_more_sessions_cost_no_more(rennes):
    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            warnings(rennes.edition)
        return len(captured)

    assert rennes.edition  # Read once for all.
    before = cost()
    for number in range(40):
        page = session(rennes, f"Séance {number}", speaker())
        slot(page, rennes, "2018-07-09 10:00", room=f"Salle {number}")
    assert cost() == before <= 10
