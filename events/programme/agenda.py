"""The lines of a programme in the order in which they are read: days, and groups within them."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from community.pages.sorting import sort_key
from events.models import CampusPage, SessionType

from .asked import BY_ROOM, BY_TYPE
from .items import Item


@dataclass(frozen=True)
class Group:
    """The lines that start together, or those of a room or of a type.

    ``start`` is local, ``None`` unless the group is of those that start together; ``end`` is
    theirs when they end together. ``session_type`` is that of a group of a type.
    """

    label: str
    items: tuple[Item, ...]
    session_type: str = ""
    start: datetime | None = None
    end: datetime | None = None

    @property
    def together(self) -> bool:
        """Whether all its lines have the hours of the group."""
        return self.start is not None and len({item.end for item in self.items}) == 1

    def phase(self, moment: datetime) -> str:
        """Return whether it is to come, going on or over at ``moment``: before, during, after."""
        if all(moment < item.start for item in self.items):
            return "before"
        return "during" if any(moment < item.until for item in self.items) else "after"


@dataclass(frozen=True)
class Day:
    """A day of the programme on the clocks of the page."""

    day: date
    groups: tuple[Group, ...]


def days_of(items: Iterable[Item], zone: ZoneInfo, view: str) -> list[Day]:
    """Return each day with its groups, whether by start, by room or by type."""
    ordered = sorted(items, key=lambda item: (item.start, item.entries[0].campus.path))
    grouping: Callable[[Sequence[Item], ZoneInfo], tuple[Group, ...]] = {
        BY_ROOM: _by_room,
        BY_TYPE: _by_type,
    }.get(view, _by_start)
    return [
        Day(day, grouping(list(found), zone))
        for day, found in groupby(ordered, lambda item: item.day(zone))
    ]


def _by_start(items: Sequence[Item], zone: ZoneInfo) -> tuple[Group, ...]:
    groups = []
    for start, found in groupby(items, lambda item: item.start):
        together = tuple(found)
        ends = {item.end for item in together}
        end = ends.pop() if len(ends) == 1 else None
        local_end = end.astimezone(zone) if end else None
        groups.append(Group("", together, start=start.astimezone(zone), end=local_end))
    return tuple(groups)


def _by_room(items: Sequence[Item], zone: ZoneInfo) -> tuple[Group, ...]:
    """A session in two rooms stands in a group of its own, so that it stands once."""
    many = len({entry.campus.pk for item in items for entry in item.entries}) > 1

    def places(item: Item) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_place(entry, many=many) for entry in item.given))

    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(" · ".join(filter(None, places(item))), []).append(item)
    named = sorted((name for name in found if name), key=sort_key)
    order = [*named, *([""] if "" in found else [])]
    return tuple(Group(name or _("Room not given"), tuple(found[name])) for name in order)


def _place(entry: Any, *, many: bool) -> str:
    parts = (entry.campus.title, entry.room) if many else (entry.room,)
    return ", ".join(part for part in parts if part)


def _by_type(items: Sequence[Item], zone: ZoneInfo) -> tuple[Group, ...]:
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(item.session.session_type, []).append(item)
    return tuple(
        Group(str(SessionType(kind).label), tuple(found[kind]), kind)
        for kind in SessionType.values
        if kind in found
    )


def page_zone(campuses: Sequence[CampusPage], default: ZoneInfo) -> ZoneInfo:
    """Return the time zone that most of ``campuses`` are in, the first of equals."""
    zones = Counter(campus.zone for campus in campuses)
    return zones.most_common(1)[0][0] if zones else default
