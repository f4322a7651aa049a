"""Horizontal bars, laid out for the width of a phone: each label stands above its bar."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from textwrap import wrap
from typing import Any

from django.utils.formats import number_format

#: The drawing's own units; a page shows it as wide as there is room for.
WIDTH = 360
_VALUE_ROOM = 56
_LETTERS = 48
_LINE = 16
_BAR = 14
_GAP = 12


@dataclass(frozen=True)
class Row:
    """What is counted, and how many: nought or more."""

    label: str
    value: Decimal | int

    @property
    def shown(self) -> str:
        """The number as the active language writes it."""
        places = 0 if self.value == int(self.value) else None
        return number_format(self.value, decimal_pos=places, use_l10n=True, force_grouping=True)


@dataclass(frozen=True)
class Line:
    """One line of a label; a long one takes several."""

    text: str
    y: int


@dataclass(frozen=True)
class Bar:
    """A row with its place in the drawing."""

    row: Row
    lines: Sequence[Line]
    y: int
    width: float

    @property
    def value_x(self) -> float:
        return self.width + 6

    @property
    def value_y(self) -> int:
        return self.y + _BAR - 2


@dataclass(frozen=True)
class BarChart:
    """Rows to compare, in the order given, on a scale that starts at nought."""

    title: str
    rows: Sequence[Row]
    unit: str = ""
    note: str = ""

    width = WIDTH

    @cached_property
    def bars(self) -> list[Bar]:
        """The rows with their places, from top to bottom."""
        most = max((row.value for row in self.rows), default=0)
        found, top = [], 0
        for row in self.rows:
            texts = wrap(row.label, _LETTERS) or [""]
            lines = [Line(text, top + _LINE * (n + 1) - 4) for n, text in enumerate(texts)]
            top += _LINE * len(lines)
            share = float(row.value) / float(most) if most else 0.0
            found.append(Bar(row, lines, top, round(share * (WIDTH - _VALUE_ROOM), 1)))
            top += _BAR + _GAP
        return found

    @property
    def height(self) -> int:
        """The height of the drawing, in its own units."""
        return self.bars[-1].y + _BAR + 2 if self.bars else 0


def chart_of(value: Any) -> BarChart:
    """Return the chart of a ``ChartBlock``'s value."""
    rows = [Row(row["label"], row["value"]) for row in value["rows"]]
    return BarChart(value["title"], rows, value["unit"], value["note"])
