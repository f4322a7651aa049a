"""Where the défis stand by theme, by region, by type of porteur."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from community.models import Organisation, PageTheme
from community.pages import active_language
from community.pages.sorting import sort_key

from ..models import DefiPorteur, DefiTerritory
from .reading import Reading
from .tables import Line, Table, state_columns

NONE = "aucun"

#: For each of its rows: the key of the page, the value that the list is asked for, its name.
Rows = Iterable[tuple[int, Any, Any]]


def by_theme(reading: Reading) -> Table:
    """Where the défis of each theme stand."""
    rows = PageTheme.objects.values_list("page_id", "theme__slug", "theme__name")
    return _grouped(
        reading,
        "themes",
        (_("Where the défis of each theme stand"), _("Theme"), _("No theme")),
        "theme",
        rows,
        [_("A défi that has several themes is counted under each.")],
    )


def by_region(reading: Reading) -> Table:
    """Where the défis of each region or country stand."""
    rows = DefiTerritory.objects.values_list(
        "page_id", "territory__region_id", "territory__region__name"
    )
    return _grouped(
        reading,
        "regions",
        (
            _("Where the défis of each region stand"),
            _("Region or country"),
            _("Territory not given"),
        ),
        "region",
        rows,
        [_("A défi that is about several territories is counted in the region of each.")],
    )


def by_porteur(reading: Reading) -> Table:
    """Where the défis of each type of porteur stand."""
    kinds = dict(Organisation.Kind.choices)
    rows = DefiPorteur.objects.values_list("page_id", "organisation__kind")
    return _grouped(
        reading,
        "porteurs",
        (
            _("Where the défis of each type of porteur stand"),
            _("Type of porteur"),
            _("Porteur not given"),
        ),
        "porteur",
        [(page, kind, kinds.get(kind, kind)) for page, kind in rows],
        [_("A défi that several organisations bring is counted under the type of each.")],
    )


def _grouped(
    reading: Reading,
    name: str,
    words: tuple[str, str, str],
    facet: str,
    rows: Rows,
    notes: list[str],
) -> Table:
    """Return the table of the states by value of ``facet``, the most frequent value first."""
    title, first, none = words
    states = {fate.pk: fate.state for fate in reading.fates}
    labels: dict[str, str] = {}
    cells: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    silent = dict(states)
    for page, value, label in rows:
        if page in states and value not in (None, ""):
            labels[str(value)] = str(label)
            cells[str(value)][states[page]].add(page)
            silent.pop(page, None)
    edition = {"edition": reading.edition.slug} if reading.edition else {}
    lines = [
        Line(key, labels[key], dict(found), {**edition, facet: key}) for key, found in cells.items()
    ]
    lines.sort(key=lambda line: (-len(line.behind()), sort_key(line.label, active_language())))
    if silent:
        left: dict[str, set[int]] = defaultdict(set)
        for page, state in silent.items():
            left[state].add(page)
        lines.append(Line(NONE, none, dict(left)))
    return Table(name, title, first, state_columns(lines), lines, notes)
