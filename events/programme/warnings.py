"""What to look at in a working programme before it is published. Nothing here forbids anything."""

import zoneinfo
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from uuid import UUID

from django.utils.translation import gettext as _

from community.models import Person
from events.models import CampusPage, EditionPage, SessionPage, SessionType, Slot

from .source import campuses_of, edition_of, source_of
from .wording import clock
from .working import WorkingEntry, working_entries

ERROR, WARNING, INFO = "error", "warning", "info"


@dataclass(frozen=True)
class Warning:
    """Something to look at. ``level``: error, warning or info; ``keys``: the slots concerned.

    ``campuses`` holds the keys of the sites that it concerns, in the source language; none when
    it is about a session of the whole edition.
    """

    code: str
    level: str
    text: str
    keys: tuple[UUID, ...] = ()
    campuses: frozenset[int] = frozenset()


def warnings(place: CampusPage | EditionPage) -> list[Warning]:
    """Return what is doubtful in the programme of a site, or of all the sites of an edition.

    A speaker may be expected on two sites at once: the whole edition is read in both cases, in
    as many queries whatever its length.
    """
    edition = edition_of(place)
    campuses = campuses_of(edition)
    entries = working_entries(edition)
    standing = [entry for entry in entries if not entry.cancelled]
    found = [
        *_about_sites(campuses),
        *_room_clashes(standing),
        *_speakers(standing),
        *_dates(standing, edition),
        *_relays(entries),
        *_without_a_slot(edition, campuses),
    ]
    if isinstance(place, EditionPage):
        return found
    return [warning for warning in found if source_of(place).pk in warning.campuses]


def _of(code: str, level: str, text: str, *entries: WorkingEntry) -> Warning:
    sites = frozenset(entry.campus.pk for entry in entries)
    return Warning(code, level, text, tuple(entry.key for entry in entries), sites)


def _about_sites(campuses: Iterable[CampusPage]) -> Iterator[Warning]:
    for campus in campuses:
        site = frozenset([campus.pk])
        if campus.time_zone not in zoneinfo.available_timezones():
            text = _("%(site)s: the time zone is not known.") % {"site": campus.title}
            yield Warning("zone", ERROR, text, campuses=site)
        if not campus.starts_on:
            text = _("%(site)s: the dates are missing.") % {"site": campus.title}
            yield Warning("no_dates", WARNING, text, campuses=site)


def overlap(one: WorkingEntry, other: WorkingEntry) -> bool:
    """Return whether two slots share an instant; one without an end lasts but its start."""
    if one.start == other.start:
        return True
    return one.start < (other.end or other.start) and other.start < (one.end or one.start)


def _room_clashes(entries: Iterable[WorkingEntry]) -> Iterator[Warning]:
    rooms = defaultdict(list)
    for entry in entries:
        if entry.slot.room_id:
            rooms[entry.slot.room_id].append(entry)
    for found in rooms.values():
        for one, other in combinations(found, 2):
            if overlap(one, other):
                text = _("%(room)s: “%(one)s” and “%(other)s” at the same time.")
                names = {"room": one.room, "one": one.title, "other": other.title}
                yield _of("room_clash", ERROR, text % names, one, other)


def _speakers(entries: Iterable[WorkingEntry]) -> Iterator[Warning]:
    """A relay is not a repeat: who speaks is at the origin alone."""
    given = defaultdict(list)
    waiting = []
    for entry in entries:
        for speaker in entry.speakers if not entry.is_relay else ():
            given[speaker.person].append(entry)
            if not speaker.confirmed:
                waiting.append((speaker.person, entry))
    people = Person.objects.in_bulk(given)
    for person, entry in waiting:
        text = _("“%(title)s”: %(person)s has not confirmed yet.")
        names = {"title": entry.title, "person": people[person]}
        yield _of("unconfirmed", WARNING, text % names, entry)
    for person, found in given.items():
        for one, other in combinations(found, 2):
            # A session in two rooms is one session, with whoever speaks in it.
            if one.session.pk != other.session.pk and overlap(one, other):
                text = _("%(person)s is in “%(one)s” and in “%(other)s” at the same time.")
                names = {"person": people[person], "one": one.title, "other": other.title}
                yield _of("speaker_clash", ERROR, text % names, one, other)


def _dates(entries: Iterable[WorkingEntry], edition: EditionPage) -> Iterator[Warning]:
    """Training beforehand lies outside the dates by nature."""
    for entry in entries:
        first = entry.campus.starts_on or edition.starts_on
        last = entry.campus.ends_on or entry.campus.starts_on or edition.ends_on
        day = entry.local_start.date()
        out = (first and day < first) or (last and day > last)
        names = {"title": entry.title, "site": entry.campus.title}
        if out and entry.session_type != SessionType.TRAINING:
            text = _("“%(title)s” is outside the dates of %(site)s.") % names
            yield _of("outside_dates", WARNING, text, entry)
        if entry.end is None:
            yield _of("no_end", INFO, _("“%(title)s” has no end time.") % names, entry)


def _relays(entries: Iterable[WorkingEntry]) -> Iterator[Warning]:
    for entry in entries:
        if not entry.is_relay:
            continue
        names = {"title": entry.title, "site": entry.campus.title}
        if entry.cancelled:
            text = _("%(site)s still relays “%(title)s”, which is cancelled.") % names
            yield _of("cancelled_relay", WARNING, text, entry)
        elif _closed(entry):
            text = _("%(site)s relays “%(title)s” at %(hour)s, when it is closed.")
            hour = clock(entry.local_start)
            yield _of("relay_closed", WARNING, text % {**names, "hour": hour}, entry)


def _closed(entry: WorkingEntry) -> bool:
    opens, closes = entry.campus.opens_at, entry.campus.closes_at
    start, end = entry.local_start, entry.local_end or entry.local_start
    early = opens is not None and start.time() < opens
    late = closes is not None and (end.time() > closes or end.date() > start.date())
    return early or late


def _without_a_slot(edition: EditionPage, campuses: Iterable[CampusPage]) -> Iterator[Warning]:
    sites = {campus.path: campus.pk for campus in campuses}
    sessions = SessionPage.objects.descendant_of(edition).exclude(
        pk__in=Slot.objects.values("session")
    )
    for path, title in sessions.order_by("path").values_list("path", "draft_title"):
        site = sites.get(path[: -SessionPage.steplen])
        text = _("“%(title)s” has no slot.") % {"title": title}
        yield Warning("no_slot", INFO, text, campuses=frozenset([site] if site else []))
