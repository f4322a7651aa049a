"""Programmes as calendars to subscribe to (iCalendar)."""

from collections.abc import Iterable
from datetime import timedelta

import icalendar

from events.calendars import calendar, event

from .facts import Item

#: How long an agenda may wait before it asks again: a room may change an hour before.
REFRESH = timedelta(hours=1)
TYPE = "text/calendar; charset=utf-8"


def to_ics(name: str, items: Iterable[Item], url: str) -> bytes:
    """Return the calendar ``name`` of ``items``; ``url`` is the page that it comes from.

    What was cancelled or withdrawn stays, as cancelled: agendas that took it have to learn it.
    """
    return calendar(name, [_event(item) for item in items], url=url, refresh=REFRESH)


def _event(item: Item) -> icalendar.Event:
    return event(
        str(item.key),
        item.title,
        item.start,
        item.end,
        zone=item.zone,
        modified=item.modified,
        sequence=item.sequence,
        description="\n".join(filter(None, (item.relay, item.summary))),
        location=", ".join(filter(None, (item.site, item.room))),
        url=item.url,
        conference="" if item.cancelled else item.stream,
        categories=[item.kind] if item.kind else (),
        cancelled=item.cancelled,
        tentative=item.tentative,
    )
