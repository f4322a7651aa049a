"""The programme of Rennes in 2018, for the demonstration."""

import uuid
from typing import Any

from community.demo.data import only
from community.demo.loader import DemoLoader
from community.models import Person
from events.models import (
    CampusPage,
    EditionPage,
    ProgrammeVersion,
    Room,
    SessionPage,
    SessionSpeaker,
    Slot,
    SlotKind,
)
from events.programme.publishing import publish

#: The keys of the demonstration's slots are made of it: the same on every machine.
NAMESPACE = uuid.UUID("0f0a2b0e-6d5e-5c55-9d0b-5a4a4f2f7d18")
FIELDS = ("session_type", "status", "parallel_group", "questions_open")


def load_sessions(demo: DemoLoader) -> None:
    """Make rooms, sessions and slots, and publish each programme that never was."""
    data = demo.data("events/sessions")
    for row in data["room"]:
        campus = _campus(demo, row["edition"], row["campus"])
        Room.objects.get_or_create(campus=campus, name=row["name"])
    for row in data["session"]:
        _load_slots(demo, row, _load_page(demo, row))
    # Those that relay come last: a relay is published once its origin is.
    planned = CampusPage.objects.filter(slots__isnull=False).distinct()
    ordered = sorted(planned, key=lambda one: not one.slots.filter(kind="origin").exists())
    for campus in ordered:
        if not ProgrammeVersion.objects.filter(campus=campus).exists():
            publish(campus, None)


def _campus(demo: DemoLoader, edition: str, slug: str) -> CampusPage:
    edition_page = EditionPage.objects.descendant_of(demo.home).get(slug=edition)
    return CampusPage.objects.child_of(edition_page).get(slug=slug)


def _load_page(demo: DemoLoader, row: dict[str, Any]) -> SessionPage:
    edition = EditionPage.objects.descendant_of(demo.home).get(slug=row["edition"])
    parent = _campus(demo, row["edition"], row["campus"]) if "campus" in row else edition
    speakers = [
        SessionSpeaker(
            person=demo.find(Person, speaker["person"]), **only(speaker, "function", "status")
        )
        for speaker in row.get("speakers", ())
    ]
    return demo.page(
        parent,
        SessionPage,
        row["slug"],
        body=demo.body(row["body"]),
        speakers=speakers,
        **only(row, *FIELDS),
        **demo.common({"source": "S0", **row}),
    )


def _load_slots(demo: DemoLoader, row: dict[str, Any], session: SessionPage) -> None:
    for number, times in enumerate(row["slots"]):
        campus = _campus(demo, row["edition"], times["campus"])
        name = f"{row['edition']}/{row['slug']}/{number}"
        zone = campus.zone
        origin, _made = Slot.objects.get_or_create(
            key=uuid.uuid5(NAMESPACE, name),
            defaults={
                "session": session,
                "campus": campus,
                "room": Room.objects.filter(campus=campus, name=times.get("room")).first(),
                "start": times["start"].replace(tzinfo=zone),
                "end": times["end"].replace(tzinfo=zone) if "end" in times else None,
            },
        )
        for slug in times.get("relays", ()):
            Slot.objects.get_or_create(
                key=uuid.uuid5(NAMESPACE, f"{name}/{slug}"),
                defaults={
                    "session": session,
                    "campus": _campus(demo, row["edition"], slug),
                    "kind": SlotKind.RELAY,
                    "origin": origin,
                },
            )
