"""Reads exports back: what stands in them, by the key of its slot."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import icalendar
import jsonschema
import vobject
from django.test import Client
from lxml import etree

VOCABULARIES = Path(__file__).parents[1] / "vocabularies"
XSD = etree.XMLSchema(etree.parse(VOCABULARIES / "schedule.xsd"))
SCHEMA = json.loads((VOCABULARIES / "schedule.json").read_text())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

#: The start and the end of each slot, as often as the slot stands in the file.
Found = list[tuple[UUID, datetime, datetime | None]]


def calendar_of(client: Client, address: str) -> dict[str, icalendar.Event]:
    """Return the events of the calendar at ``address``, by UID."""
    content = client.get(address).content
    return {str(one["uid"]): one for one in icalendar.Calendar.from_ical(content).events}


def of_ics(content: bytes) -> Found:
    """Return what stands in a calendar that two other readers accept."""
    strict = vobject.readOne(content.decode())
    assert strict.validate(raiseException=True)
    events = list(icalendar.Calendar.from_ical(content).events)
    by_rules = {one.uid.value: one.dtstart.value for one in strict.contents.get("vevent", ())}
    assert len(by_rules) == len(events)
    for one in events:
        # vobject knows the zones by the rules written in the file only.
        assert by_rules[str(one["uid"])].astimezone(UTC) == one.start.astimezone(UTC)
    ends = [one.end.astimezone(UTC) if "dtend" in one else None for one in events]
    return [
        (UUID(one["uid"]), one.start.astimezone(UTC), end)
        for one, end in zip(events, ends, strict=True)
    ]


def of_xml(content: bytes) -> Found:
    """Return what stands in a ``schedule.xml`` that the schema accepts."""
    tree = etree.fromstring(content)
    XSD.assertValid(tree)
    found = []
    for day in tree.findall("day"):
        bounds = day.get("start"), day.get("end")
        for room in day.findall("room"):
            for event in room.findall("event"):
                assert event.findtext("room") == room.get("name")
                texts = {child.tag: child.text or "" for child in event}
                found.append(_frab(event.get("guid"), day.get("date"), bounds, texts))
    return found


def of_json(content: bytes) -> Found:
    """Return what stands in a ``schedule.json`` that the schema accepts."""
    conference = json.loads(content)["schedule"]["conference"]
    VALIDATOR.validate(json.loads(content))
    names = [room["name"] for room in conference["rooms"]]
    found, numbers = [], []
    for day in conference["days"]:
        bounds = day["day_start"], day["day_end"]
        assert day["rooms"].keys() <= set(names)
        for name, events in day["rooms"].items():
            for event in events:
                assert event["room"] == name
                numbers.append(event["id"])
                found.append(_frab(event["guid"], day["date"], bounds, event))
    assert len(set(numbers)) == len(numbers) and len(set(names)) == len(names)
    assert len(conference["days"]) == conference["daysCount"]
    return found


def _frab(key: str, day: str, bounds: tuple[str, str], event: dict[str, Any]) -> Any:
    """An event stands on the day and at the hour that its own site's clocks show."""
    date = datetime.fromisoformat(event["date"])
    assert date.date().isoformat() == day and f"{date:%H:%M}" == event["start"]
    assert datetime.fromisoformat(bounds[0]) <= date < datetime.fromisoformat(bounds[1])
    hours, minutes = event["duration"].split(":")
    end = date + timedelta(hours=int(hours), minutes=int(minutes))
    known = None if event["description"] else end.astimezone(UTC)
    return UUID(key), date.astimezone(UTC), known
