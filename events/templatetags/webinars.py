"""How webinars are said in lists."""

from typing import Any

from django import template

from ..webinars import wording

register = template.Library()
register.filter("when", wording.when)
register.filter("state_label", wording.state_label)


@register.filter
def state_mark(page: Any) -> str:
    """Return the phase whose mark stands for the state of a webinar."""
    return wording.MARKS[page.state]
