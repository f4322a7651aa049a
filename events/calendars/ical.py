"""Writes iCalendar files: the same content gives the same bytes, so that caches may compare them.

What is written is what RFC 5545 asks of a published calendar, with the name, the address and the
interval of refreshing of RFC 7986.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import get_language

PRODUCT = "-//Maillage//Maillage//{}"
"""Ends with the language of the texts (RFC 5545, §3.7.3)."""
#: Readers of a calendar need the rules of its zones a while before and after what happens.
MARGIN = timedelta(days=366)
# Control characters may not stand in a text (RFC 5545, §3.1), but for the end of a line.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def event(
    uid: str,
    title: str,
    start: datetime | date,
    end: datetime | date | None = None,
    *,
    zone: str,
    modified: datetime,
    sequence: int = 0,
    description: str = "",
    location: str = "",
    url: str = "",
    conference: str = "",
    categories: Sequence[str] = (),
    cancelled: bool = False,
    tentative: bool = False,
) -> icalendar.Event:
    """Return one VEVENT.

    ``uid`` never changes as long as it is the same event; ``start`` and ``end`` are instants (aware
    datetimes), written in the time ``zone`` (an IANA name) with its rules, or both are days, the
    last one included; without ``end`` none is invented. ``modified`` is when it last changed and
    ``sequence`` how often (see :func:`sequence`). ``url`` is its page; ``conference`` the address
    at which to attend.
    ``cancelled`` keeps it in calendars that have it, struck out. Raises ``ValueError`` for an end
    that comes before the start, ``ZoneInfoNotFoundError`` for an unknown zone.
    """
    if end is not None and end < start:
        raise ValueError("The event ends before it starts.")
    made = icalendar.Event()
    made.add("uid", uid)
    # In a published calendar, DTSTAMP is when its content last changed (RFC 5545, §3.8.7.2).
    made.add("dtstamp", modified.astimezone(UTC))
    made.add("last-modified", modified.astimezone(UTC))
    made.add("sequence", sequence)
    made.add("dtstart", _written(start, zone))
    if end is not None and end > start:
        made.add("dtend", _written(end, zone, last=True))
    made.add("summary", _text(title))
    for name, text in (("description", description), ("location", location)):
        if text:
            made.add(name, _text(text))
    if url:
        made.add("url", url)
    if conference:
        made.add("conference", conference, {"VALUE": "URI", "FEATURE": "VIDEO"})
    if categories:
        made.add("categories", [_text(word) for word in categories])
    made.add("status", _status(cancelled, tentative))
    return made


def calendar(
    name: str,
    events: Iterable[icalendar.Event],
    *,
    url: str = "",
    refresh: timedelta | None = None,
) -> bytes:
    """Return the calendar ``name`` that holds ``events``, with the rules of every zone they use.

    ``url`` is the page that it comes from; ``refresh`` how long those who subscribe may wait
    before they ask again. An empty calendar is a calendar.
    """
    made = icalendar.Calendar()
    made.add("version", "2.0")
    made.add("prodid", PRODUCT.format((get_language() or settings.LANGUAGE_CODE).upper()))
    made.add("calscale", "GREGORIAN")
    made.calendar_name = _text(name)
    if url:
        made.add("url", url)
    if refresh:
        # Its type has to be told (RFC 7986, §5.7), which the library's own setter does not.
        made.add("refresh-interval", refresh, {"VALUE": "DURATION"})
    for one in events:
        made.add_component(one)
    _add_zones(made)
    return made.to_ical()


def calendar_response(content: bytes, name: str) -> HttpResponse:
    """Return ``content`` (of :func:`calendar`) as the file ``name``, to save or to subscribe to."""
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def sequence(first: datetime | None, latest: datetime | None) -> int:
    """Return the SEQUENCE of what was published ``first``, then changed at ``latest``.

    It has to grow with each change (RFC 5545, §3.8.7.4): the seconds between both do, and nothing
    has to be counted.
    """
    if first is None or latest is None:
        return 0
    return max(0, int((latest - first).total_seconds()))


def _add_zones(made: icalendar.Calendar) -> None:
    starts = [one.start for one in made.events]
    days = [start.date() if isinstance(start, datetime) else start for start in starts]
    if not days:
        return
    made.add_missing_timezones(min(days) - MARGIN, max(days) + MARGIN)
    # They come from a set: put them in an order, before what uses them.
    made.subcomponents.sort(key=lambda part: (part.name != "VTIMEZONE", str(part.get("tzid", ""))))


def _written(when: datetime | date, zone: str, last: bool = False) -> datetime | date:
    """An instant in its zone; a day as it is, and the day after it for the end of a VEVENT."""
    if isinstance(when, datetime):
        return when.astimezone(ZoneInfo(zone))
    return when + timedelta(days=1) if last else when


def _status(cancelled: bool, tentative: bool) -> str:
    if cancelled:
        return "CANCELLED"
    return "TENTATIVE" if tentative else "CONFIRMED"


def _text(text: str) -> str:
    return _CONTROL.sub("", str(text).replace("\r\n", "\n"))
