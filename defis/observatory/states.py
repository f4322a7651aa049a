"""Where the défis stand, today and at the end of each half-year since the event."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .reading import Edition, Fate, Reading
from .tables import Line, Table, state_columns

#: Half-years since the event, then years: what became of a défi is mostly known by then.
MONTHS = (0, 6, 12, 18, 24, 36, 60)
UNKNOWN_EDITION = "inconnue"


def by_edition(reading: Reading) -> list[tuple[Edition | None, list[Fate]]]:
    """Return the défis of each edition, the latest first, then those of none that is known."""
    groups: dict[Edition | None, list[Fate]] = defaultdict(list)
    for fate in reading.fates:
        groups[fate.edition].append(fate)
    known = [(edition, groups[edition]) for edition in reading.editions if edition in groups]
    return known + ([(None, groups[None])] if groups[None] else [])


def edition_line(edition: Edition | None, cells: dict[str, list[int]]) -> Line:
    """Return the line of an edition in a table."""
    if edition is None:
        return Line(UNKNOWN_EDITION, _("Edition not given"), cells)
    return Line(edition.slug, edition.name, cells, {"edition": edition.slug})


def by_state(fates: Iterable[Fate], day: date | None = None) -> dict[str, list[int]]:
    """Return the défis by the state they were in on ``day``, by that of today without one."""
    cells: dict[str, list[int]] = defaultdict(list)
    for fate in fates:
        cells[fate.state if day is None else fate.state_on(day)].append(fate.pk)
    return dict(cells)


def today(reading: Reading) -> Table:
    """Where the défis of each edition stand today."""
    lines = [edition_line(edition, by_state(fates)) for edition, fates in by_edition(reading)]
    return Table(
        "etats",
        _("Where the défis stand today"),
        _("Edition"),
        state_columns(lines),
        lines,
        [_("The latest public follow-up gives the state; without any, the fiche does.")],
    )


def over_time(reading: Reading) -> Table:
    """Where the défis stood so many months after the end of their edition."""
    dated = [(e.ended_on, fates) for e, fates in by_edition(reading) if e and e.ended_on]
    now = timezone.localdate()
    lines = []
    for months in MONTHS:
        cells: dict[str, list[int]] = defaultdict(list)
        for ended_on, fates in dated:
            day = months_after(ended_on, months)
            if day <= now:
                for state, keys in by_state(fates, day).items():
                    cells[state] += keys
        if cells:
            lines.append(Line(f"m{months}", _label(months), dict(cells)))
    notes = [
        _(
            "A line counts the défis whose edition ended that long ago. A state holds from the "
            "date of the follow-up that gives it; the one before any follow-up has no date, and is "
            "counted from the start."
        )
    ]
    if undated := len(reading.fates) - sum(len(fates) for _day, fates in dated):
        notes.append(
            ngettext(
                "One défi is left out: the dates of its edition are not known.",
                "%(number)s défis are left out: the dates of their edition are not known.",
                undated,
            )
            % {"number": undated}
        )
    title = _("Where they stood as time went by")
    return Table("evolution", title, _("Since the event"), state_columns(lines), lines, notes)


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, the last one of a shorter month."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def _label(months: int) -> str:
    if not months:
        return _("At the end of the event")
    if months % 12:
        return _("%(number)s months later") % {"number": months}
    return ngettext("One year later", "%(number)s years later", months // 12) % {
        "number": months // 12
    }
