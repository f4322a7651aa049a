"""How templates write the times of a programme."""

from datetime import datetime
from typing import Any

from django import template

from events.programme import wording

register = template.Library()


@register.filter
def clock(moment: datetime) -> str:
    """Return the hour in the zone that ``moment`` is given in: « 14 h 30 »."""
    return wording.clock(moment)


@register.filter
def hours(entry: Any) -> str:
    """Return from when to when, on the clocks of the entry's site: « 14 h 30 – 15 h 45 »."""
    return wording.span(entry.local_start, entry.local_end)
