"""Horizontal bars made of parts, each with its hue, its texture and its word."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from textwrap import wrap

from .bars import Line

_WIDTH, _VALUE_ROOM = 360, 44
_LETTERS = 48
_LINE, _BAR, _GAP = 16, 16, 12

#: What a texture draws on a tile of 8 × 8, over a wash of its hue. "plain" is the hue itself,
#: "empty" its outline alone. Printed in grey, each is still told from the others.
TEXTURES = {
    "empty": "",
    "dots": "M2 2h0M6 6h0",
    "slash": "M-1 1 1-1M0 8 8 0M7 9 9 7",
    "backslash": "M-1 7 1 9M0 0 8 8M7-1 9 1",
    "horizontal": "M0 2H8M0 6H8",
    "vertical": "M2 0V8M6 0V8",
    "grid": "M4 0V8M0 4H8",
    "cross": "M0 0 8 8M8 0 0 8",
    "waves": "M0 5 2 3 4 5 6 3 8 5",
}


@dataclass(frozen=True)
class Series:
    """One part of each bar: its word, its hue (a class such as ``is-after``), its texture."""

    label: str
    hue: str
    texture: str = "plain"

    @property
    def tile(self) -> str:
        """What its texture draws; empty for one that draws nothing."""
        return TEXTURES.get(self.texture, "")


@dataclass(frozen=True)
class Part:
    """How many, and the address of the list of them."""

    value: int
    url: str = ""


@dataclass(frozen=True)
class StackedRow:
    """A bar: its label (which may be a link), its parts in the order of the series, their sum.

    ``extra`` is a word for the last column of the table, such as a share.
    """

    label: str
    parts: Sequence[Part]
    total: Part
    url: str = ""
    extra: str = ""


@dataclass(frozen=True)
class Shape:
    """The parts of one series in all the bars, as one path."""

    series: Series
    path: str
    fill: str


@dataclass(frozen=True)
class Place:
    """Where the words of a bar stand: its label above, its sum at its end."""

    row: StackedRow
    lines: Sequence[Line]
    y: int
    end: float


@dataclass(frozen=True)
class StackedChart:
    """Bars on a scale that starts at nought, with the table of their numbers.

    ``name`` is a short name, unique on the page; ``first`` heads the column of labels and
    ``extra`` the one of the rows' last words. ``most`` is the longest bar of the scale, when it
    is not among ``rows``.
    """

    name: str
    title: str
    first: str
    series: Sequence[Series]
    rows: Sequence[StackedRow]
    extra: str = ""
    most: int = 0

    width = _WIDTH

    @cached_property
    def scale(self) -> float:
        """The width of one."""
        most = max([self.most, *(row.total.value for row in self.rows)], default=0)
        return (_WIDTH - _VALUE_ROOM) / most if most else 0.0

    @cached_property
    def places(self) -> list[Place]:
        """The bars from top to bottom."""
        found, top = [], 0
        for row in self.rows:
            texts = wrap(row.label, _LETTERS) or [""]
            lines = [Line(text, top + _LINE * (n + 1) - 4) for n, text in enumerate(texts)]
            top += _LINE * len(lines)
            found.append(Place(row, lines, top, round(row.total.value * self.scale + 6, 1)))
            top += _BAR + _GAP
        return found

    @property
    def shapes(self) -> list[Shape]:
        """One path per series: a page with many bars stays light."""
        return [
            Shape(series, self._path(number), self._fill(series))
            for number, series in enumerate(self.series)
        ]

    @property
    def height(self) -> int:
        """The height of the drawing, in its own units."""
        return self.places[-1].y + _BAR + 2 if self.places else 0

    def _path(self, number: int) -> str:
        boxes = []
        for place in self.places:
            values = [part.value for part in place.row.parts]
            start, width = sum(values[:number]) * self.scale, values[number] * self.scale
            if width:
                boxes.append(f"M{start:.1f} {place.y}h{width:.1f}v{_BAR}h-{width:.1f}z")
        return "".join(boxes)

    def _fill(self, series: Series) -> str:
        """The reference of a pattern, for the drawing's own attribute."""
        return f"url(#{self.name}-{series.texture})" if series.texture in TEXTURES else ""
