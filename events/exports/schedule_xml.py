"""Programmes as the ``schedule.xml`` of conference applications (frab, pentabarf)."""

from xml.etree.ElementTree import Element, SubElement, tostring

from .facts import Programme
from .frab import GENERATOR, TIMESLOT, Day, Event, days_of, version_of

TYPE = "application/vnd.c3voc.schedule+xml; charset=utf-8"


def to_xml(programme: Programme) -> bytes:
    """Return ``programme`` as a document that the public schema accepts."""
    days = days_of(programme)
    root = Element("schedule")
    SubElement(root, "generator", name=GENERATOR)
    _fill(root, url=programme.url, version=version_of(programme))
    _fill(
        SubElement(root, "conference"),
        title=programme.name,
        acronym=programme.slug,
        start=days[0].date.isoformat(),
        end=days[-1].date.isoformat(),
        days=str(len(days)),
        timeslot_duration=TIMESLOT,
        url=programme.url,
        time_zone_name=programme.zone,
    )
    for day in days:
        _add_day(root, day)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def _add_day(root: Element, day: Day) -> None:
    element = SubElement(
        root,
        "day",
        index=str(day.index),
        date=day.date.isoformat(),
        start=day.start.isoformat(),
        end=day.end.isoformat(),
    )
    for name, events in day.rooms.items():
        room = SubElement(element, "room", name=name, guid=str(events[0].item.room_key))
        for event in events:
            _add_event(room, event)


def _add_event(room: Element, event: Event) -> None:
    item = event.item
    element = SubElement(room, "event", id=str(event.number), guid=str(item.key))
    _fill(
        element,
        date=event.date.isoformat(),
        start=f"{event.date:%H:%M}",
        duration=event.duration,
        room=event.room,
        slug=event.slug,
        url=item.url,
        title=event.title,
        subtitle=event.subtitle,
        track=item.site,
        type=item.kind,
        language=item.language,
        abstract=item.summary,
        description=event.description,
    )
    people = SubElement(element, "persons")
    for name in item.people:
        SubElement(people, "person").text = name


def _fill(element: Element, **texts: str) -> None:
    for name, text in texts.items():
        SubElement(element, name).text = text
