"""Reads a table of sites pasted from a spreadsheet: region, city, time zone, coordinator."""

import csv
from dataclasses import dataclass
from io import StringIO
from typing import Any

from django.utils.translation import gettext as _

from community.models import Territory, User
from community.pages.sorting import sort_key

from .zones import zone_named, zone_of_place

#: An edition on more sites than this is a mistake of pasting.
MOST = 100
COLUMNS = ("region", "city", "zone", "coordinator")
#: What people write above the columns, as it is sorted.
HEADERS = {
    "region": ("region", "territoire", "region territoire", "territory", "departement"),
    "city": ("ville", "site", "city", "commune", "lieu", "nom"),
    "zone": ("fuseau", "fuseau horaire", "zone", "heure", "time zone", "timezone"),
    "coordinator": (
        *("coordination", "coordinateur", "coordinatrice", "coordinator", "courriel"),
        *("e mail", "email", "mail", "adresse electronique", "coordinateur ou coordinatrice"),
    ),
}


@dataclass(frozen=True)
class Row:
    """A line of the table, as it is understood. ``errors`` are sentences."""

    line: int
    title: str
    #: As written, then as guessed from the place when it is not.
    zone_said: str | None
    zone_guessed: str
    territory: Territory | None
    coordinator: Any
    errors: tuple[str, ...]


def read_table(text: str) -> list[Row]:
    """Return the sites of ``text``, one a line; empty lines are skipped.

    Tabs, else semicolons, else commas part the columns; their order is that of ``COLUMNS`` unless
    a first line names them. A line of one column is a city. Nothing is refused as a whole: each
    row has its own errors.
    """
    mark = next((mark for mark in "\t;" if mark in text), ",")
    # A quotation mark inside a cell is an ordinary one: it never swallows the lines after it.
    lines = enumerate(text.splitlines(), start=1)
    cells = [(number, _cells(line, mark)) for number, line in lines if line.strip(f"{mark} \t")]
    order: tuple[str, ...] = COLUMNS
    if cells and (named := _header(cells[0][1])):
        order = named
        cells = cells[1:]
    places = _Places()
    rows: list[Row] = []
    for number, values in cells:
        row = _row(number, values, order, places)
        first = next((one for one in rows if sort_key(one.title) == sort_key(row.title)), None)
        if first is not None and row.title:
            text = _("This site is already on line %(line)s.") % {"line": first.line}
            row = Row(**{**row.__dict__, "errors": (*row.errors, text)})
        rows.append(row)
        if len(rows) > MOST:
            break
    return rows


def _cells(line: str, mark: str) -> list[str]:
    quoted = next(csv.reader(StringIO(line), delimiter=mark), [])
    return [" ".join(cell.split()) for cell in quoted]


def _header(values: list[str]) -> tuple[str, ...]:
    """The columns that a line names; none when one of its words is no name of a column."""
    found = [
        next((name for name, words in HEADERS.items() if sort_key(value) in words), "")
        for value in values
    ]
    return tuple(found) if found and all(found) else ()


def _row(line: int, values: list[str], order: tuple[str, ...], places: "_Places") -> Row:
    if len(values) == 1 and order == COLUMNS:
        values = ["", *values]
    said = dict(zip(order, values, strict=False))
    region, city = said.get("region", ""), said.get("city", "")
    errors = []
    if len(values) > len(order) and any(values[len(order) :]):
        errors.append(_("There are more columns than expected."))
    title = city or region
    if not title:
        errors.append(_("The city is missing."))
    if len(title) > 200:
        errors.append(_("This name is too long: 200 characters at most."))
        title = title[:200]
    territory = places.find(city, region)
    zone = zone_named(said["zone"]) if said.get("zone") else None
    if said.get("zone") and zone is None:
        text = _("The time zone “%(zone)s” is not known: write “Europe/Paris” or “Réunion time”.")
        errors.append(text % {"zone": said["zone"][:60]})
    coordinator = None
    if email := said.get("coordinator", ""):
        coordinator = User.objects.filter(email__iexact=email[:254], is_active=True).first()
        if coordinator is None:
            errors.append(_("No account has the address “%(email)s”.") % {"email": email[:254]})
    return Row(
        line=line,
        title=title,
        zone_said=zone,
        zone_guessed=zone_of_place((city, region), territory),
        territory=territory,
        coordinator=coordinator,
        errors=tuple(errors),
    )


class _Places:
    """The territories by name, read once; a commune before a région of the same name."""

    def __init__(self) -> None:
        kinds = Territory.Kind.values
        known = Territory.objects.select_related("parent", "region")
        ordered = sorted(known, key=lambda one: -kinds.index(one.kind))
        self._known = {sort_key(territory.name): territory for territory in ordered}

    def find(self, *names: str) -> Territory | None:
        """Return the territory called by the first of ``names`` that is one."""
        found = (self._known.get(sort_key(name)) for name in names if name)
        return next((one for one in found if one is not None), None)
