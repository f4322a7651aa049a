"""How French writes dates and times."""

from datetime import date, datetime, time

from django import template
from django.utils.formats import date_format
from django.utils.translation import get_language

register = template.Library()


@register.filter
def long_date(day: date | None) -> str:
    """Return a day in full: « 9 juillet 2018 », « 1er mai 2019 »; empty for ``None``.

    Neither Django nor CLDR writes the ordinal of the first of the month.
    """
    return _first(date_format(day, "j F Y"), day) if day else ""


@register.filter
def day_number(day: date | None) -> str:
    """Return the number of the day: « 9 », « 1er »; empty for ``None``."""
    return _first(str(day.day), day) if day else ""


@register.filter
def clock(moment: datetime | time | None) -> str:
    """Return a time of day: « 14 h 30 », « 9 h »; empty for ``None``.

    In the zone that ``moment`` has: name that zone beside it.
    """
    if moment is None:
        return ""
    if not (get_language() or "").startswith("fr"):
        return f"{moment.hour}:{moment.minute:02}"
    space = "\N{NO-BREAK SPACE}"
    return f"{moment.hour}{space}h" + (f"{space}{moment.minute:02}" if moment.minute else "")


def _first(text: str, day: date) -> str:
    french = (get_language() or "").startswith("fr")
    return f"1er{text[1:]}" if french and day.day == 1 else text
