"""A programme by day, with the hours in rows and the rooms in columns."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from events.models import CampusPage, EditionPage, Room
from events.programme.working import WorkingEntry

#: Days shown although nothing takes place on them; a site that is open longer adds its own.
MOST_DAYS = 10


@dataclass(frozen=True)
class Cell:
    """What starts at an hour in a room; ``room`` is ``None`` for what has none."""

    room: Room | None
    entries: list[WorkingEntry]


@dataclass(frozen=True)
class Row:
    """An hour at which something starts, on the clocks of the site."""

    start: datetime
    cells: list[Cell]


@dataclass(frozen=True)
class Day:
    """A day of the site, with the hours at which something starts."""

    date: date
    rows: list[Row]


def grid(
    entries: Iterable[WorkingEntry],
    rooms: Iterable[Room],
    campus: CampusPage,
    edition: EditionPage,
) -> list[Day]:
    """Return the days of ``campus`` in order: its own, and those on which something starts."""
    columns = [*rooms, None]
    found: dict[date, dict[datetime, dict[int | None, list[WorkingEntry]]]] = {
        day: {} for day in days_of(campus, edition)
    }
    for entry in entries:
        start = entry.local_start
        hours = found.setdefault(start.date(), {})
        hours.setdefault(start, defaultdict(list))[entry.slot.room_id].append(entry)
    return [
        Day(
            day,
            [
                Row(start, [Cell(room, held[room.pk if room else None]) for room in columns])
                for start, held in sorted(hours.items())
            ],
        )
        for day, hours in sorted(found.items())
    ]


def days_of(campus: CampusPage, edition: EditionPage) -> list[date]:
    """Return the days on which the site is open, the edition's when it has none of its own."""
    first = campus.starts_on or edition.starts_on
    if first is None:
        return []
    last = (campus.ends_on if campus.starts_on else edition.ends_on) or first
    return [first + timedelta(days=n) for n in range(min((last - first).days + 1, MOST_DAYS))]
