"""Programmes as the ``schedule.json`` of conference applications (frab, pretalx)."""

import json
from typing import Any

from .facts import Programme
from .frab import GENERATOR, TIMESLOT, Day, Event, days_of, version_of

TYPE = "application/json"
SCHEMA = "https://c3voc.de/schedule/schema.json"


def to_json(programme: Programme) -> bytes:
    """Return ``programme`` as a document that the public schema accepts."""
    days = days_of(programme)
    conference = {
        "acronym": programme.slug,
        "title": programme.name,
        "start": days[0].date.isoformat(),
        "end": days[-1].date.isoformat(),
        "daysCount": len(days),
        "timeslot_duration": TIMESLOT,
        "time_zone_name": programme.zone,
        "url": programme.url,
        "rooms": _rooms(days),
        "days": [_day(day) for day in days],
    }
    schedule = {"version": version_of(programme), "conference": conference}
    whole = {"$schema": SCHEMA, "generator": {"name": GENERATOR}, "schedule": schedule}
    return json.dumps(whole, ensure_ascii=False).encode()


def _rooms(days: list[Day]) -> list[dict[str, str]]:
    found = {
        name: str(events[0].item.room_key) for day in days for name, events in day.rooms.items()
    }
    return [{"name": name, "guid": guid} for name, guid in sorted(found.items())]


def _day(day: Day) -> dict[str, Any]:
    return {
        "index": day.index,
        "date": day.date.isoformat(),
        "day_start": day.start.isoformat(),
        "day_end": day.end.isoformat(),
        "rooms": {name: [_event(one) for one in events] for name, events in day.rooms.items()},
    }


def _event(event: Event) -> dict[str, Any]:
    item = event.item
    return {
        "guid": str(item.key),
        "id": event.number,
        "date": event.date.isoformat(),
        "start": f"{event.date:%H:%M}",
        "duration": event.duration,
        "room": event.room,
        "slug": event.slug,
        "url": item.url,
        "title": event.title,
        "subtitle": event.subtitle,
        "track": item.site,
        "type": item.kind,
        "language": item.language,
        "abstract": item.summary,
        "description": event.description,
        "persons": [{"name": name} for name in item.people],
        "links": [],
    }
