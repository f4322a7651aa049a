"""How the composer writes durations and times."""

from django import template

from methods import wording
from methods.composer.catalogue import Fact
from methods.composer.query import clock

register = template.Library()
register.filter("duration", wording.duration)


@register.filter
def declared(fact: Fact) -> str:
    """Return how long a method lasts, as it says itself; empty when it does not."""
    return wording.span(fact.minutes_min, fact.minutes_max, wording.duration)


@register.filter
def moment(before: int, start: int | None) -> str:
    """Return when something begins: a time when the session has one, else « 0:45 »."""
    if start is not None:
        return clock(start + before)
    hours, minutes = divmod(before, 60)
    return f"{hours}:{minutes:02}"
