"""How the composer writes durations and times."""

from django import template

from methods.composer.query import clock as clock_of

register = template.Library()
NO_BREAK = "\u00a0"


@register.filter
def duration(minutes: int) -> str:
    """Return minutes as people say them: « 45 min », « 2 h », « 1 h 30 »."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}{NO_BREAK}min"
    return f"{hours}{NO_BREAK}h{NO_BREAK}{rest:02}" if rest else f"{hours}{NO_BREAK}h"


@register.filter
def moment(before: int, start: int | None) -> str:
    """Return when something begins: a time when the session has one, else « 0:45 »."""
    if start is not None:
        return clock_of(start + before)
    hours, minutes = divmod(before, 60)
    return f"{hours}:{minutes:02}"
