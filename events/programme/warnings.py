"""What to look at in a working programme before it is published. Nothing here forbids anything."""

import zoneinfo
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from events.models import CampusPage, EditionPage, SessionPage, SessionType, Slot

from .clashes import room_clashes, speakers
from .source import campuses_of, edition_of, source_of
from .warning import ERROR, INFO, WARNING, Warning, about
from .wording import clock
from .working import WorkingEntry, working_entries


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
        *room_clashes(standing),
        *speakers(standing),
        *_dates(standing, edition),
        *_relays(entries),
        *_without_a_slot(edition, campuses),
    ]
    if isinstance(place, EditionPage):
        return found
    site = source_of(place).pk
    return [warning for warning in found if site in warning.campuses]


def _about_sites(campuses: Iterable[CampusPage]) -> Iterator[Warning]:
    # Asked once: it reads the folders of the machine.
    known = zoneinfo.available_timezones()
    for campus in campuses:
        site = frozenset([campus.pk])
        if campus.time_zone not in known:
            text = _("%(site)s: the time zone is not known.") % {"site": campus.title}
            yield Warning("zone", ERROR, text, campuses=site)
        if not campus.starts_on:
            text = _("%(site)s: the dates are missing.") % {"site": campus.title}
            yield Warning("no_dates", WARNING, text, campuses=site)


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
            yield about("outside_dates", WARNING, text, entry)
        if entry.end is None:
            yield about("no_end", INFO, _("“%(title)s” has no end time.") % names, entry)


def _relays(entries: Iterable[WorkingEntry]) -> Iterator[Warning]:
    for entry in entries:
        if not entry.is_relay:
            continue
        names = {"title": entry.title, "site": entry.campus.title}
        if entry.cancelled:
            text = _("%(site)s still relays “%(title)s”, which is cancelled.") % names
            yield about("cancelled_relay", WARNING, text, entry)
        elif closed(entry.campus, entry.local_start, entry.local_end):
            text = _("%(site)s relays “%(title)s” at %(hour)s, when it is closed.")
            hour = clock(entry.local_start)
            yield about("relay_closed", WARNING, text % {**names, "hour": hour}, entry)


def closed(campus: CampusPage, start: datetime, end: datetime | None) -> bool:
    """Return whether ``campus`` is not open from ``start`` to ``end``, both on its own clocks."""
    opens, closes = campus.opens_at, campus.closes_at
    end = end or start
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
