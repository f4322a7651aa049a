"""The tree of reuse as a drawing: generations from left to right, a line for each branch."""

from dataclasses import dataclass
from textwrap import shorten
from typing import Any

from .tree import Node

COLUMN, ROW, MARGIN = 176, 68, 28
LETTERS = 22


@dataclass(frozen=True)
class Mark:
    """A node with its place in the drawing."""

    node: Node
    x: int
    y: int
    label: str

    @property
    def above(self) -> int:
        return self.y - 14

    @property
    def below(self) -> int:
        return self.y + 24


@dataclass(frozen=True)
class Drawing:
    """``ties`` is the data of an SVG path: a curve from each page to what came of it.

    Those that no source states are in ``doubtful`` instead.
    """

    width: int
    height: int
    ties: str
    doubtful: str
    marks: list[Mark]

    @property
    def defis(self) -> int:
        """How many défis are drawn."""
        return len({mark.node.page.pk for mark in self.marks if mark.node.is_defi})

    @property
    def prototypes(self) -> int:
        """How many prototypes are drawn."""
        return len({mark.node.page.pk for mark in self.marks if not mark.node.is_defi})


def draw(roots: list[Node]) -> Drawing:
    """Return the drawing of a forest; each leaf has a line, a parent stands amid its children."""
    marks: list[Mark] = []
    ties: dict[bool, str] = {False: "", True: ""}
    lines = 0

    def put(node: Node) -> Mark:
        nonlocal lines
        below = [put(child) for child in node.children]
        if below:
            y = (below[0].y + below[-1].y) // 2
        else:
            y = MARGIN + 4 + lines * ROW
            lines += 1
        x = MARGIN + node.depth * COLUMN
        mark = Mark(node, x, y, label_of(node))
        marks.append(mark)
        half = COLUMN // 2
        for child in below:
            curve = f"M{x} {y}C{x + half} {y} {x + half} {child.y} {child.x} {child.y}"
            ties[child.node.doubtful] += curve
        return mark

    for root in roots:
        put(root)
    deepest = max((mark.node.depth for mark in marks), default=0)
    width, height = 2 * MARGIN + (deepest + 1) * COLUMN - 40, MARGIN + max(lines, 1) * ROW
    return Drawing(width, height, ties[False], ties[True], marks)


def label_of(node: Any) -> str:
    """Return the place and the year of a node, short enough for its column."""
    text = node.where or str(node.page.title)
    return shorten(text, LETTERS, placeholder="…") or text[:LETTERS]
