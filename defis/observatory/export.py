"""The tables of the observatory as CSV, for a spreadsheet."""

import csv
from collections.abc import Iterable
from io import StringIO

from django.http import HttpResponse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from .links import Links
from .tables import Table

#: What a spreadsheet would run as a formula (OWASP, "CSV injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def sheet_response(table: Table, links: Links, address: str) -> HttpResponse:
    """Return ``table`` as a CSV file: one header row, one row per line, numbers as numbers.

    Semicolons and a byte order mark, so that a spreadsheet set to French opens it rightly; names
    of columns without accent or space, as data.gouv.fr asks. ``address`` is the page it is from.
    """
    text = StringIO()
    lines = csv.writer(text, delimiter=";", lineterminator="\r\n")
    edition = links.reading.edition
    columns = [column.label for column in table.columns]
    headings = (table.first, *columns, _("Total"), _("Edition chosen"), _("Read on"), _("Source"))
    lines.writerow(_unique(name_of(heading) for heading in headings))
    for line in table.lines:
        numbers = [len(line.behind(column.key)) for column in table.columns]
        chosen = harmless(edition.name) if edition else ""
        told = (chosen, timezone.localdate().isoformat(), address)
        lines.writerow([harmless(line.label), *numbers, len(line.behind()), *told])
    response = HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")
    name = "-".join(part for part in ("observatoire", table.name, edition and edition.slug) if part)
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response["X-Robots-Tag"] = "noindex"
    return response


def harmless(text: str) -> str:
    """Return ``text`` so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def name_of(heading: object) -> str:
    """Return the name of a column: lower case, no accent, at most 63 characters."""
    return slugify(str(heading)).replace("-", "_")[:63]


def _unique(names: Iterable[str]) -> list[str]:
    found: list[str] = []
    for name in names:
        found.append(name if name not in found else f"{name}_{len(found) + 1}")
    return found
