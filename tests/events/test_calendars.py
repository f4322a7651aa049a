"""The calendars that people take away: read back as they were meant, and refused by no reader."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject

from events.calendars import calendar, event, sequence

pytestmark = pytest.mark.whatever_the_database

NOON = datetime(2018, 7, 10, 12, tzinfo=UTC)
ZONES = ["Europe/Paris", "Indian/Reunion", "America/Martinique", "Pacific/Noumea", "UTC"]


def made(uid="1", start=NOON, end=None, **values):
    values = {"zone": "Europe/Paris", "modified": NOON, **values}
    return event(uid, values.pop("title", "Plénière"), start, end, **values)


def test_an_instant_is_read_back_in_every_zone_with_its_rules():
    events = [made(zone, end=NOON + timedelta(hours=2), zone=zone) for zone in ZONES]
    # Past midnight and in winter too: the rules of both halves of the year are there.
    events.append(made("late", datetime(2018, 12, 31, 22, 30, tzinfo=UTC)))
    hour = timedelta(hours=1)
    content = calendar("L’université", events, url="https://example.org/", refresh=hour)
    assert b"\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" in content
    read = icalendar.Calendar.from_ical(content)
    assert [one.start.astimezone(UTC) for one in read.events] == [NOON] * 5 + [
        datetime(2018, 12, 31, 22, 30, tzinfo=UTC)
    ]
    for one, zone in zip(read.events, ZONES, strict=False):
        assert one.start.utcoffset() == NOON.astimezone(ZoneInfo(zone)).utcoffset()
    assert {zone.tz_name for zone in read.timezones} == {*ZONES} - {"UTC"}
    strict = vobject.readOne(content.decode())
    assert strict.validate(raiseException=True)
    # Another reader, which knows the zones by the rules written in the file only.
    assert [one.dtstart.value.astimezone(UTC) for one in strict.vevent_list[:5]] == [NOON] * 5
    assert strict.vevent_list[5].dtstart.value.utcoffset() == timedelta(hours=1)


def test_ugly_titles_and_what_has_no_end_stay_what_they_are():
    title = "Été & co ; « a, b » \N{PARTY POPPER} C:\\fin " + "é" * 90
    one = made(title=f"{title}\0", description="Une ligne\r\nUne autre", cancelled=True)
    content = calendar("x", [one])
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    read = icalendar.Calendar.from_ical(content).events[0]
    assert (str(read["summary"]), str(read["description"])) == (title, "Une ligne\nUne autre")
    assert "dtend" not in read
    assert (read["status"], read["sequence"]) == ("CANCELLED", 0)
    assert calendar("x", [one]) == content
    assert vobject.readOne(calendar("vide", []).decode()).version.value == "2.0"
    with pytest.raises(ValueError, match="before"):
        made(end=NOON - timedelta(seconds=1))


def test_each_change_raises_the_sequence():
    assert sequence(None, NOON) == sequence(NOON, NOON) == 0
    assert sequence(NOON, NOON + timedelta(hours=1)) > sequence(NOON, NOON + timedelta(minutes=1))
