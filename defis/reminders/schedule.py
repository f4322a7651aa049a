"""The arithmetic of dates: what is due when, counted in whole days from the end of an event."""

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext, ngettext

#: An e-mail that could not leave on its day (a machine was down) still does for as long. Later it
#: would be about nothing: the next one will do. So nobody who was never asked gets one at once.
GRACE = timedelta(days=30)

YEAR = 365


@dataclass(frozen=True)
class Occurrence:
    """One date of the schedule. ``key`` names it whatever the event's date becomes."""

    key: str
    due_on: date

    @property
    def label(self) -> str:
        """How far from the event it is, in words."""
        kind, _mark, years = self.key.partition("-")
        if kind == "year":
            number = int(years)
            return ngettext("%(n)s year after", "%(n)s years after", number) % {"n": number}
        return gettext("D+%(days)s") % {"days": self.key}


def occurrences(
    ended_on: date, days: Sequence[int], yearly: bool, until: date
) -> Iterator[Occurrence]:
    """Yield in order what is due up to ``until`` (included) for an event that ended that day.

    ``days`` are sorted numbers of days after the event. The anniversaries begin after the last of
    them: with 365 in the list, at the second year.
    """
    for number in days:
        due_on = ended_on + timedelta(days=number)
        if due_on <= until:
            yield Occurrence(str(number), due_on)
    if not yearly:
        return
    years = (max(days, default=0) // YEAR) + 1
    while (due_on := anniversary(ended_on, years)) <= until:
        yield Occurrence(f"year-{years}", due_on)
        years += 1


def anniversary(day: date, years: int) -> date:
    """Return the same day ``years`` later; the 29th of February becomes the 28th."""
    year = day.year + years
    last = calendar.monthrange(year, day.month)[1]
    return day.replace(year=year, day=min(day.day, last))


def due(ended_on: date, days: Sequence[int], yearly: bool, today: date) -> Occurrence | None:
    """Return the one occurrence to settle ``today``: the latest that is due, unless too old.

    After a fortnight without cron the ones before it are let pass: one e-mail, not four.
    """
    latest = max(occurrences(ended_on, days, yearly, today), key=_date, default=None)
    return latest if latest and today - latest.due_on <= GRACE else None


def _date(occurrence: Occurrence) -> date:
    return occurrence.due_on
