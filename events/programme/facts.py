"""What is published of a slot, and what would be."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from wagtail.models import Page

from events.models import CampusPage, PublishedSlot

from .working import WorkingEntry, working_entries


@dataclass(frozen=True)
class Facts:
    """The facts of a slot; all but ``room``, a name, are columns of ``PublishedSlot``."""

    session_id: int | None
    room_id: int | None
    room: str
    kind: str
    origin_key: UUID | None
    start: datetime
    end: datetime | None
    status: str
    title: str
    session_type: str

    @classmethod
    def of(cls, slot: PublishedSlot) -> Self:
        """Return the facts of a published slot."""
        values = {field.name: getattr(slot, field.name) for field in fields(cls)}
        return cls(**{**values, "room": slot.room.name if slot.room else ""})

    @property
    def when(self) -> str:
        """The start and the end in ISO 8601, as "start/end"; nothing after "/" without an end."""
        end = self.end.isoformat() if self.end else ""
        return f"{self.start.isoformat()}/{end}"

    def columns(self) -> dict[str, Any]:
        """Return what a ``PublishedSlot`` stores."""
        names = (field.name for field in fields(self) if field.name != "room")
        return {name: getattr(self, name) for name in names}


def wanted(campus: CampusPage) -> dict[UUID, Facts]:
    """Return what publishing the programme of ``campus`` makes public, by key of the slot.

    A session of this site is published with it, so its latest draft counts. A session of all
    sites, or of another, is published by those who hold it: it counts when it is live, as it is.
    A relay waits until its origin is public, and takes its published time.
    """
    entries = working_entries(campus)
    origins = PublishedSlot.objects.in_bulk(
        [entry.slot.origin.key for entry in entries if entry.is_relay], field_name="key"
    )
    found = {}
    for entry in entries:
        own = is_below(entry.session, entry.campus)
        origin = origins.get(entry.slot.origin.key) if entry.is_relay else None
        waits = entry.is_relay and (origin is None or origin.withdrawn)
        if waits or not (own or entry.session.live):
            continue
        found[entry.key] = _facts(entry, origin, draft=own)
    return found


def is_below(session: Page, campus: Page) -> bool:
    """Return whether ``session`` is a page of ``campus``."""
    return session.path.startswith(campus.path)


def _facts(entry: WorkingEntry, origin: PublishedSlot | None, *, draft: bool) -> Facts:
    told: Any = entry if draft else entry.session
    return Facts(
        session_id=entry.session.pk,
        room_id=entry.slot.room_id,
        room=entry.room,
        kind=entry.slot.kind,
        origin_key=origin.key if origin else None,
        start=origin.start if origin else entry.start,
        end=origin.end if origin else entry.end,
        status=told.status,
        title=told.title,
        session_type=told.session_type,
    )
