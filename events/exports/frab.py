"""A programme as conference applications read it: days, rooms, events.

``schedule.xml`` and ``schedule.json`` come from frab and pentabarf; their schemas are those of
https://github.com/voc/schedule. They know one place and one zone. So here a room bears the name of
its site, which is also its track; an event carries the offset of its own site; and a day is the
date on the clocks of each site, so that no evening falls out of it.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.text import slugify
from django.utils.translation import gettext as _

from .facts import Item, Programme

GENERATOR = "Maillage"
#: The grid of applications; every time of a programme falls on it.
TIMESLOT = "00:05"
#: The format has to have a length, and an event without one cannot be seen in a grid.
UNKNOWN_LENGTH = timedelta(hours=1)
#: The schema has two digits for hours.
LONGEST = timedelta(hours=99, minutes=59)
#: Applications count events in 32 bits with a sign.
_NUMBERS = 2**31 - 1


@dataclass(frozen=True)
class Event:
    """An event. ``number`` and ``slug`` are its own in the file."""

    item: Item
    number: int
    slug: str

    @property
    def title(self) -> str:
        """The title. The format cannot say that an event is cancelled: its title does."""
        said = {"title": self.item.title}
        return _("Cancelled: %(title)s") % said if self.item.cancelled else self.item.title

    @property
    def subtitle(self) -> str:
        """Where it is relayed from, and whether it is still being prepared."""
        status = self.item.status if self.item.tentative else ""
        return ", ".join(filter(None, (self.item.relay, status)))

    @property
    def description(self) -> str:
        """What the other fields do not tell: that the end is not known."""
        return "" if self.item.end else _("The end time is not known.")

    @property
    def date(self) -> datetime:
        """When it starts, with the offset of its site."""
        return self.item.local(self.item.start)

    @property
    def duration(self) -> str:
        """How long it lasts, as hours and minutes."""
        length = self.item.end - self.item.start if self.item.end else UNKNOWN_LENGTH
        minutes = int(min(length, LONGEST).total_seconds()) // 60
        return f"{minutes // 60:02}:{minutes % 60:02}"

    @property
    def room(self) -> str:
        """The name of the room, which no room of another site bears."""
        return " – ".join(filter(None, (self.item.site, self.item.room)))


@dataclass(frozen=True)
class Day:
    """A date on the clocks of the sites: from the first midnight of them to the last."""

    index: int
    date: date
    start: datetime
    end: datetime
    rooms: dict[str, list[Event]]


def days_of(programme: Programme) -> list[Day]:
    """Return the days on which something stands in the programme; the first one if nothing does.

    What left the programme is not in it: applications forget what they no longer read.
    """
    events = _events(programme)
    dates = sorted({event.item.day for event in events}) or [programme.first_day]
    return [
        _day(index, day, [event for event in events if event.item.day == day], programme.zone)
        for index, day in enumerate(dates, start=1)
    ]


def version_of(programme: Programme) -> str:
    """Return what tells one state of a programme from another: when it last changed."""
    latest = max((item.modified for item in programme.items), default=None)
    return f"{latest:%Y-%m-%dT%H:%M:%SZ}" if latest else "0"


def numbers_of(keys: Iterable[uuid.UUID]) -> dict[uuid.UUID, int]:
    """Return a positive number for each key, made from it, and different from all the others."""
    found: dict[int, uuid.UUID] = {}
    for key in sorted(keys):
        number = key.int % _NUMBERS + 1
        while number in found:
            number = number % _NUMBERS + 1
        found[number] = key
    return {key: number for number, key in found.items()}


def _events(programme: Programme) -> list[Event]:
    items = [item for item in programme.items if not item.withdrawn]
    numbers = numbers_of(item.key for item in items)
    return [
        Event(item, numbers[item.key], f"{programme.slug}-{numbers[item.key]:04}{_tail(item)}")
        for item in items
    ]


def _tail(item: Item) -> str:
    words = slugify(item.title)[:40].strip("-_")
    return f"-{words}" if words else ""


def _day(index: int, day: date, events: list[Event], zone: str) -> Day:
    zones = {ZoneInfo(event.item.zone) for event in events} or {ZoneInfo(zone)}
    following = day + timedelta(days=1)
    rooms: dict[str, list[Event]] = {}
    for event in events:
        rooms.setdefault(event.room, []).append(event)
    return Day(
        index,
        day,
        min(datetime.combine(day, time.min, each) for each in zones),
        max(datetime.combine(following, time.min, each) for each in zones),
        dict(sorted(rooms.items())),
    )
