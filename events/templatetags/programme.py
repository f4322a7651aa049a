"""How templates write the times of a programme."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import template

from events.models import SessionStatus, SessionType
from events.programme import places, wording
from events.programme.agenda import Group
from events.programme.asked import Asked
from events.programme.items import Item
from events.programme.live import Live

register = template.Library()


@register.filter
def clock(moment: datetime) -> str:
    """Return the hour in the zone that ``moment`` is given in: « 14 h 30 »."""
    return wording.clock(moment)


@register.filter
def hours(entry: Any) -> str:
    """Return from when to when, on the clocks of the entry's site: « 14 h 30 – 15 h 45 »."""
    return wording.span(entry.local_start, entry.local_end)


@register.simple_tag
def item_hours(item: Item, zone: ZoneInfo) -> str:
    """Return from when to when a line is, on the clocks of ``zone``."""
    end = item.end.astimezone(zone) if item.end else None
    return wording.span(item.start.astimezone(zone), end)


@register.simple_tag
def whereabouts(item: Item, zone: ZoneInfo, many_sites: bool) -> str:
    """Return where a line may be followed: rooms for one site, else sites and their time."""
    return places.sites(item, zone) if many_sites else places.rooms(item)


@register.filter
def instant(moment: datetime) -> str:
    """Return an instant as scripts read it: 2018-07-09T12:30:00Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@register.filter
def local(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return ``moment`` on the clocks of ``zone``."""
    return moment.astimezone(zone)


@register.simple_tag
def asked_query(asked: Asked, **changes: Any) -> str:
    """Return the query string for what is asked of a programme, with some choices changed."""
    return asked.query(**{name: str(value) for name, value in changes.items()})


@register.simple_tag
def phase_class(group: Group, live: Live | None, now: datetime) -> str:
    """Return the class that tells where a group stands, while the event lasts."""
    return f"is-{group.phase(now)}" if live and live.phase == "during" else ""


@register.filter
def zone_label(zone: ZoneInfo) -> str:
    """Return the name of a time zone: « heure de Paris »."""
    return places.zone_name(zone)


@register.filter
def type_label(entry: Any) -> str:
    """Return the kind of session that a working entry is, in the words of the editors."""
    return str(dict(SessionType.choices).get(entry.session_type, entry.session_type))


@register.filter
def status_label(entry: Any) -> str:
    """Return how far a working entry is certain, in the words of the editors."""
    return str(dict(SessionStatus.choices).get(entry.status, entry.status))
