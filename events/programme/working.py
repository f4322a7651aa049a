"""The programme that the editors prepare: slots, and what the sessions' latest drafts say."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from events.models import CampusPage, EditionPage, SessionPage, SessionStatus, Slot, SpeakerStatus

from .source import slots_of


@dataclass(frozen=True)
class WorkingSpeaker:
    """Somebody who speaks in a session: the key of the person, and whether they agreed."""

    person: int
    confirmed: bool


@dataclass(frozen=True)
class WorkingEntry:
    """A working slot. What is told of the session is its latest draft's."""

    slot: Slot
    session: SessionPage
    campus: CampusPage
    title: str
    session_type: str
    status: str
    parallel_group: str
    speakers: tuple[WorkingSpeaker, ...]
    room: str
    start: datetime
    end: datetime | None

    @property
    def key(self) -> UUID:
        """The name of the slot for ever."""
        return self.slot.key

    @property
    def is_relay(self) -> bool:
        """Whether it is received from another site."""
        return self.slot.is_relay

    @property
    def cancelled(self) -> bool:
        """Whether the session will not take place."""
        return self.status == SessionStatus.CANCELLED

    @property
    def local_start(self) -> datetime:
        """When it starts, on the site's clocks."""
        return self.start.astimezone(self.campus.zone)

    @property
    def local_end(self) -> datetime | None:
        """When it ends, on the site's clocks; ``None`` when that is not known."""
        return self.end.astimezone(self.campus.zone) if self.end else None


def working_entries(place: CampusPage | EditionPage) -> list[WorkingEntry]:
    """Return the working slots of a site or of an edition, by start, site, room: three queries.

    A site and a session are read once, however many slots they have: a plenary has one per site.
    """
    found = slots_of(place)
    slots = list(found.select_related("room", "origin"))
    sites = {slot.campus_id for slot in slots}
    sites |= {slot.origin.campus_id for slot in slots if slot.origin is not None}
    campuses = CampusPage.objects.filter(pk__in=sites).defer("body").in_bulk()
    pages = SessionPage.objects.filter(pk__in=found.values("session"))
    sessions = pages.select_related("latest_revision").in_bulk()
    for slot in slots:
        slot.campus, slot.session = campuses[slot.campus_id], sessions[slot.session_id]
        if slot.origin is not None:
            slot.origin.campus = campuses[slot.origin.campus_id]
    return sorted(map(_entry, slots), key=lambda one: (one.start, one.campus.path, one.room))


def draft_of(session: SessionPage) -> dict[str, Any]:
    """Return what the latest draft of ``session`` says, by name of field or of rows."""
    if session.latest_revision is not None:
        return session.latest_revision.content
    names = ("title", "session_type", "status", "parallel_group")
    return {name: getattr(session, name) for name in names}


def _entry(slot: Slot) -> WorkingEntry:
    draft = draft_of(slot.session)
    return WorkingEntry(
        slot=slot,
        session=slot.session,
        campus=slot.campus,
        title=draft["title"],
        session_type=draft["session_type"],
        status=draft["status"],
        parallel_group=draft["parallel_group"],
        speakers=tuple(
            WorkingSpeaker(row["person"], row["status"] == SpeakerStatus.CONFIRMED)
            for row in draft.get("speakers", ())
            if row["person"]
        ),
        room=slot.room.name if slot.room else "",
        start=slot.starts_at,
        end=slot.ends_at,
    )
