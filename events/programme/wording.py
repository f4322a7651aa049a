"""Times and moments as people write them: « 14 h 30 » in French, 14:30 elsewhere."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import get_language


def clock(moment: datetime) -> str:
    """Return the hour of ``moment`` in the zone it is given in, such as « 8 h » or « 14 h 30 »."""
    if not (get_language() or "").startswith("fr"):
        return f"{moment:%H:%M}"
    minutes = f"\N{NO-BREAK SPACE}{moment:%M}" if moment.minute else ""
    return f"{moment.hour}\N{NO-BREAK SPACE}h{minutes}"


def span(start: datetime, end: datetime | None) -> str:
    """Return from when to when: « 14 h 30 – 15 h 45 », « 19 h » without an end."""
    return f"{clock(start)} – {clock(end)}" if end else clock(start)


def moment(start: datetime, end: datetime | None) -> str:
    """Return the day and the hours: « lundi 9 juillet, 14 h 30 – 15 h 45 »."""
    day = date_format(start, "l j F")
    if start.day == 1 and (get_language() or "").startswith("fr"):
        day = day.replace(" 1 ", " 1er ")
    return f"{day}, {span(start, end)}"
