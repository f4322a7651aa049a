"""A table of the observatory as a chart, a part of its lines at a time."""

from django.core.paginator import Page
from django.utils.translation import gettext as _

from community.charts import Part, Series, StackedChart, StackedRow

from .links import Links
from .tables import ENOUGH, Line, Table

#: More lines would make a heavy page; the CSV has them all.
LINES = 8


def chart_of(table: Table, lines: Page, links: Links) -> StackedChart:
    """Return the chart of some ``lines`` of ``table``, on the scale of them all."""
    return StackedChart(
        table.name,
        str(table.title),
        str(table.first),
        [Series(str(each.label), each.hue, each.texture) for each in table.columns],
        [_row(table, line, links) for line in lines],
        extra=str(table.share[0]) if table.share else "",
        most=max((len(line.behind()) for line in table.lines), default=0),
    )


def _row(table: Table, line: Line, links: Links) -> StackedRow:
    parts = [
        Part(len(line.behind(column.key)), links.behind(table, line, column))
        for column in table.columns
    ]
    total = Part(len(line.behind()), links.behind(table, line))
    return StackedRow(line.label, parts, total, line.url, _share(table, line))


def _share(table: Table, line: Line) -> str:
    number, total = table.share_of(line)
    if not table.share:
        return ""
    if total < ENOUGH:
        return _("too few")
    return f"{round(100 * number / total)}\N{NO-BREAK SPACE}%"
