"""A line of the public programme: a session at an instant, wherever it may be followed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from events.models import CampusPage, SessionPage, SessionStatus

from .entry import Entry

#: How long a session whose end is not known is said to be going on.
SUPPOSED = timedelta(hours=1)


@dataclass(frozen=True)
class Item:
    """The slots of one session at one instant: its room, several rooms, or many sites.

    Those where it is given come before those that relay it.
    """

    session: SessionPage
    entries: tuple[Entry, ...]

    @property
    def start(self) -> datetime:
        """The instant at which it starts, in UTC."""
        return self.entries[0].start

    @property
    def end(self) -> datetime | None:
        """The instant at which it ends, when that is known."""
        return self.entries[0].end

    @property
    def until(self) -> datetime:
        """Until when it is going on: its end, or a supposed one."""
        return self.end or self.start + SUPPOSED

    @property
    def cancelled(self) -> bool:
        """Whether it will not take place."""
        return self.entries[0].cancelled

    @property
    def being_prepared(self) -> bool:
        """Whether it is not certain yet."""
        return self.entries[0].status == SessionStatus.DRAFT

    @property
    def relayed(self) -> bool:
        """Whether it is received somewhere from another site."""
        return any(entry.is_relay for entry in self.entries)

    @property
    def campuses(self) -> list[CampusPage]:
        """The sites where it may be followed, each once."""
        return list({entry.campus.pk: entry.campus for entry in self.entries}.values())

    @property
    def keys(self) -> str:
        """The names of its slots for ever, between spaces."""
        return " ".join(str(entry.key) for entry in self.entries)

    @property
    def given(self) -> list[Entry]:
        """The slots where it is given; the first one when it is only relayed here."""
        return [entry for entry in self.entries if not entry.is_relay] or [self.entries[0]]

    @property
    def main_keys(self) -> str:
        """The names of the slots that a favourite keeps, between spaces."""
        return " ".join(str(entry.key) for entry in self.given)

    def day(self, zone: ZoneInfo) -> date:
        """Return the day on which it starts, on the clocks of ``zone``."""
        return self.start.astimezone(zone).date()


def items_of(entries: Iterable[Entry]) -> list[Item]:
    """Return the lines for ``entries``, each of which stands in exactly one, by start."""

    def line(entry: Entry) -> tuple:
        return (entry.start, entry.session.path, str(entry.end), entry.status)

    def first(entry: Entry) -> tuple:
        return (*line(entry), entry.is_relay, entry.campus.path, entry.room)

    shown = sorted((entry for entry in entries if entry.session), key=first)
    found = []
    for _key, grouped in groupby(shown, line):
        same = tuple(grouped)
        if same[0].session is not None:
            found.append(Item(same[0].session, same))
    return found
