"""When a webinar is held and what has become of it, in words."""

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from community.templatetags.typography import day_number, long_date

from ..models.campus import TIME_ZONES
from ..programme.wording import clock

STATES = {
    "cancelled": lambda: _("Cancelled"),
    "upcoming": lambda: _("Upcoming"),
    "on": lambda: _("Now"),
    "replay": lambda: _("To watch again"),
    "over": lambda: _("Past, without a replay"),
}
#: The phase whose hue and mark stand for a state.
MARKS = {
    "cancelled": "stopped",
    "upcoming": "before",
    "on": "during",
    "replay": "after",
    "over": "still",
}


def state_label(page: Any) -> str:
    """Return the state of a webinar, as its cards say it."""
    return STATES[page.state]()


def zone_name(zone: str) -> str:
    """Return the name of a time zone as people say it, else its own name."""
    return str(TIME_ZONES.get(zone) or zone.replace("_", " "))


def when(page: Any) -> str:
    """Return the days and the hours of a webinar in its own time zone, which is named."""
    first, last = page.first_day, page.last_day
    if page.days_only:
        return _days(first, last)
    zone = zone_name(page.time_zone)
    words = {"day": full_day(first), "start": clock(page.local_start), "zone": zone}
    if page.local_end is None:
        return _("%(day)s at %(start)s (%(zone)s)") % words
    words["end"] = clock(page.local_end)
    if first == last:
        return _("%(day)s, %(start)s to %(end)s (%(zone)s)") % words
    words["last_day"] = full_day(last)
    return _("%(day)s at %(start)s to %(last_day)s at %(end)s (%(zone)s)") % words


def full_day(day: date) -> str:
    """Return a day with its name: « lundi 19 novembre 2018 »."""
    return f"{date_format(day, 'l')} {long_date(day)}"


def _days(first: date, last: date) -> str:
    if first == last:
        return full_day(first)
    same_month = (first.year, first.month) == (last.year, last.month)
    beginning = day_number(first) if same_month else long_date(first)
    return _("%(first)s to %(last)s") % {"first": beginning, "last": long_date(last)}
