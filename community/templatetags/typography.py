"""How French writes dates."""

from datetime import date

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


def _first(text: str, day: date) -> str:
    french = (get_language() or "").startswith("fr")
    return f"1er{text[1:]}" if french and day.day == 1 else text
