"""A table of the observatory: each cell holds the very défis that it counts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..models.state import State

#: Below this number of défis a share or a median says nothing of the others.
ENOUGH = 5

#: How each state is drawn: no two textures are the same.
_TEXTURES = {
    State.PROPOSED: "waves",
    State.SELECTED: "cross",
    State.PREPARING: "vertical",
    State.AT_UNIVERSITY: "backslash",
    State.PROTOTYPED: "slash",
    State.TESTING: "dots",
    State.DEPLOYED: "plain",
    State.SPREAD: "grid",
    State.PAUSED: "horizontal",
    State.STOPPED: "empty",
}
_STILL = (State.PAUSED, State.STOPPED)

Facets = Mapping[str, str]


@dataclass(frozen=True)
class Column:
    """One column. ``facets`` are what the list of défis is asked for it, when it can be."""

    key: str
    label: Any
    hue: str
    texture: str
    facets: Facets | None = None


@dataclass(frozen=True)
class Line:
    """One line: the keys of its défis, by column. ``url`` is a page about what it names."""

    key: str
    label: str
    cells: Mapping[str, Collection[int]]
    facets: Facets | None = None
    url: str = ""

    def behind(self, column: str = "") -> list[int]:
        """Return the défis of one column, of all of them when none is given."""
        if column:
            return sorted(self.cells.get(column, ()))
        return sorted({pk for cell in self.cells.values() for pk in cell})


@dataclass(frozen=True)
class Table:
    """Défis counted by line and column; each stands in one column of a line at most.

    ``share`` names the columns whose part of the line is worth telling, with its heading.
    ``notes`` say what is counted and what is not known.
    """

    name: str
    title: Any
    first: Any
    columns: Sequence[Column]
    lines: Sequence[Line]
    notes: Sequence[Any] = ()
    share: tuple[Any, Collection[str]] | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    def line(self, key: str) -> Line | None:
        """Return the line called ``key``."""
        return next((line for line in self.lines if line.key == key), None)

    def column(self, key: str) -> Column | None:
        """Return the column called ``key``."""
        return next((column for column in self.columns if column.key == key), None)

    def share_of(self, line: Line) -> tuple[int, int]:
        """Return how many défis of ``line`` are in the columns of the share, and of how many."""
        wanted = self.share[1] if self.share else ()
        return sum(len(line.behind(key)) for key in wanted), len(line.behind())


def state_columns(lines: Sequence[Line]) -> list[Column]:
    """Return a column for each state that some line has, in the order of a défi's life."""
    return [
        Column(
            state.value,
            state.label,
            "is-still" if state in _STILL else f"is-{state.phase}",
            _TEXTURES[state],
            {"etat": state.value},
        )
        for state in State
        if any(line.cells.get(state.value) for line in lines)
    ]


def used(columns: Sequence[Column], lines: Sequence[Line]) -> list[Column]:
    """Return the columns that some line fills."""
    return [column for column in columns if any(line.cells.get(column.key) for line in lines)]
