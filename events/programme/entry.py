"""One slot of a programme, as the public sees it."""

import zoneinfo
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from events.models import CampusPage, SessionPage, SessionStatus, SlotKind


@dataclass(frozen=True)
class Entry:
    """A session at a site, at an instant. ``start`` and ``end`` are aware, in UTC.

    ``session`` and ``campus`` are the pages to show, in the active language where they exist in
    it. Only a ``withdrawn`` entry may have no session: its page is gone, or private.
    ``origin_campus`` is the site that a relay is received from, when the visitor may see it.
    """

    key: UUID
    session: SessionPage | None
    campus: CampusPage
    room: str
    kind: str
    origin_key: UUID | None
    origin_campus: CampusPage | None
    start: datetime
    end: datetime | None
    status: str
    sequence: int
    changed_at: datetime
    withdrawn: bool

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        """The time zone of the site."""
        return self.campus.zone

    @property
    def local_start(self) -> datetime:
        """When it starts, on the site's clocks."""
        return self.start.astimezone(self.zone)

    @property
    def local_end(self) -> datetime | None:
        """When it ends, on the site's clocks; ``None`` when that is not known."""
        return self.end.astimezone(self.zone) if self.end else None

    @property
    def day(self) -> date:
        """The day that it belongs to at the site: that of its start, even past midnight."""
        return self.local_start.date()

    @property
    def title(self) -> str:
        """The title of the session; empty when its page is gone."""
        return self.session.title if self.session else ""

    @property
    def is_relay(self) -> bool:
        """Whether it is received from another site."""
        return self.kind == SlotKind.RELAY

    @property
    def cancelled(self) -> bool:
        """Whether it will not take place, or left the programme."""
        return self.withdrawn or self.status == SessionStatus.CANCELLED
