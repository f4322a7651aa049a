"""How long it took from the prototype to its deployment."""

from collections import defaultdict
from dataclasses import dataclass
from statistics import median, quantiles

from django.utils.translation import gettext as _

from community.pages import visible

from ..models import DefiPage
from ..models.state import State
from .reading import Fate, Reading
from .states import by_edition, edition_line
from .tables import ENOUGH, Column, Table, used

_MONTH = 365.25 / 12
_DEPLOYED = (State.DEPLOYED, State.SPREAD)


@dataclass(frozen=True)
class Delay:
    """A défi that was deployed, and after how many months."""

    page: DefiPage
    months: int


@dataclass(frozen=True)
class Spread:
    """The delays of ``number`` défis, in months; when these are too few, each with its défi."""

    number: int
    delays: list[Delay]
    median: float | None = None
    low: float | None = None
    high: float | None = None
    least: int | None = None
    most: int | None = None


def months_to_deploy(fate: Fate) -> int | None:
    """Return the months from the prototype to the first follow-up that says "deployed".

    The prototype dates from the follow-up that says so, else from the end of the edition. ``None``
    when one of both dates is not known.
    """
    made = next((told.day for told in fate.told if told.state == State.PROTOTYPED), None)
    made = made or (fate.edition.ended_on if fate.edition else None)
    used_on = next((told.day for told in fate.told if told.state in _DEPLOYED), None)
    if made is None or used_on is None or used_on < made:
        return None
    return round((used_on - made).days / _MONTH)


def spread_of(reading: Reading) -> Spread:
    """Return the median of the delays and the middle half of them, or the few that there are."""
    found = {fate.pk: months_to_deploy(fate) for fate in reading.fates}
    known = {pk: months for pk, months in found.items() if months is not None}
    if len(known) < ENOUGH:
        pages = visible(reading.request, DefiPage).filter(pk__in=known).select_related("locale")
        few = [Delay(page, known[page.pk]) for page in pages.defer_streamfields()]
        return Spread(len(few), sorted(few, key=lambda one: (one.months, one.page.pk)))
    months = sorted(known.values())
    low, _middle, high = quantiles(months, n=4, method="inclusive")
    return Spread(len(months), [], median(months), low, high, months[0], months[-1])


def delays(reading: Reading) -> Table:
    """How many défis were deployed, and how long after their prototype."""
    lines = []
    for edition, fates in by_edition(reading):
        cells: dict[str, list[int]] = defaultdict(list)
        for fate in fates:
            cells[_column(fate)].append(fate.pk)
        lines.append(edition_line(edition, dict(cells)))
    # No column is a facet of the list: the edition alone would promise too many.
    columns = [
        Column("6", _("Within 6 months"), "is-after", "plain"),
        Column("12", _("6 to 12 months"), "is-after", "grid"),
        Column("24", _("1 to 2 years"), "is-after", "dots"),
        Column("plus", _("2 years or more"), "is-after", "vertical"),
        Column("sans-date", _("Deployed, date unknown"), "is-after", "slash"),
        Column("pas", _("Not deployed so far"), "is-still", "empty"),
    ]
    return Table(
        "delais",
        _("From the prototype to its deployment"),
        _("Edition"),
        used(columns, lines),
        lines,
        [
            _(
                "“Deployed” counts the défis that one follow-up at least says deployed or taken up "
                "elsewhere, whatever came next. The delay runs from the follow-up that says "
                "“prototyped”, else from the end of the edition, to the date of that follow-up: "
                "what happened before somebody told of it."
            )
        ],
        extra={"spread": spread_of(reading)},
    )


def _column(fate: Fate) -> str:
    months = months_to_deploy(fate)
    if months is not None:
        return next((str(limit) for limit in (6, 12, 24) if months < limit), "plus")
    said = {told.state for told in fate.told} | {fate.initial_state, fate.state}
    return "sans-date" if said & set(_DEPLOYED) else "pas"
