"""Where the names stand around their marks, so that they do not cover one another."""

from collections.abc import Sequence
from dataclasses import dataclass

#: Size of the letters, and the mean width of one, in units of the drawing.
SIZE, LETTER = 16, 8.2
RADIUS = 6

Rectangle = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True)
class Label:
    """Where a text begins (``anchor`` is SVG's: start, middle or end) and what it covers."""

    x: float
    y: float
    anchor: str
    covers: Rectangle


def candidates(x: float, y: float, text: str) -> list[Label]:
    """Return the places for ``text`` around a mark, the best first: beside, above, farther."""
    width, found = len(text) * LETTER, []
    for far in (0, SIZE, 2 * SIZE):
        beside = RADIUS + 4
        for shift in (0, -SIZE * 0.7, SIZE * 0.7):
            step = shift + (far if shift > 0 else -far if shift < 0 else 0)
            found += [("start", x + beside, y + step), ("end", x - beside, y + step)]
        found += [("middle", x, y - SIZE - far), ("middle", x, y + SIZE + far)]
    labels = []
    for anchor, at, middle in found:
        left = {"start": at, "end": at - width, "middle": at - width / 2}[anchor]
        covers = (left, middle - SIZE / 2, left + width, middle + SIZE / 2)
        labels.append(Label(at, middle + SIZE * 0.34, anchor, covers))
    return labels


def place(
    marks: Sequence[tuple[float, float, str]],
    inside: Rectangle,
    others: Sequence[tuple[float, float]] = (),
) -> list[Label]:
    """Return a label for each mark (x, y, text) within ``inside``, in their order.

    Each in its turn takes the place that covers the least of the other labels and marks, until
    nothing moves. ``others`` are marks without a name.
    """
    offered = [candidates(*mark) for mark in marks]
    chosen = [each[0] for each in offered]
    dots = [_around(x, y) for x, y in [*((mark[0], mark[1]) for mark in marks), *others]]
    for _turn in range(6):
        before = list(chosen)
        for number, labels in enumerate(offered):
            obstacles = [other.covers for place, other in enumerate(chosen) if place != number]
            costs = [
                _outside(label.covers, inside) * 20
                + sum(overlap(label.covers, each) for each in obstacles) * 4
                + sum(overlap(label.covers, dot) for dot in dots) * 4
                + rank
                for rank, label in enumerate(labels)
            ]
            chosen[number] = labels[costs.index(min(costs))]
        if chosen == before:
            break
    return chosen


def overlap(one: Rectangle, other: Rectangle) -> float:
    """Return the area that two rectangles share."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return max(width, 0) * max(height, 0)


def _around(x: float, y: float) -> Rectangle:
    return x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS


def _outside(one: Rectangle, inside: Rectangle) -> float:
    area = (one[2] - one[0]) * (one[3] - one[1])
    return area - overlap(one, inside)
