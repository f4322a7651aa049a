"""Splits people into groups: 12 by 4 is 3 × 4, 13 by 4 is 2 × 4 + 1 × 5."""

from dataclasses import dataclass

from ..vocabularies import Grouping

# What "in small groups" means when nobody gave a number.
USUAL_GROUP = 4
SIZES = {Grouping.PAIRS: 2, Grouping.TRIOS: 3}


@dataclass(frozen=True)
class Split:
    """``parts``: how many groups of how many people, the most numerous kind of group first."""

    parts: tuple[tuple[int, int], ...]

    @property
    def groups(self) -> int:
        """The number of groups."""
        return sum(number for number, _size in self.parts)

    def __str__(self) -> str:
        return " + ".join(f"{number} × {size}" for number, size in self.parts)


def split(people: int, size: int) -> Split:
    """Return ``people`` in groups as near to ``size`` as can be, all of them placed.

    Of two ways that are as near, the one with fewer, larger groups: a group survives one person
    more better than one less, and nobody is left alone.
    """
    if people < 1 or size < 1:
        raise ValueError("People and size are counted from 1.")
    fewer = max(people // size, 1)
    groups = min((fewer, fewer + 1), key=lambda number: _distance(people, number, size))
    small, larger = divmod(people, groups)
    parts = [(groups - larger, small), (larger, small + 1)]
    return Split(tuple(sorted((part for part in parts if part[0] and part[1]), reverse=True)))


def group_size(grouping: str, size: int | None) -> int | None:
    """Return how many people a group of a step has, ``None`` when the step makes no groups."""
    if grouping == Grouping.GROUPS:
        return size or USUAL_GROUP
    return SIZES.get(Grouping(grouping)) if grouping in Grouping.values else None


def _distance(people: int, groups: int, size: int) -> int:
    small, larger = divmod(people, groups)
    return (groups - larger) * abs(small - size) + larger * abs(small + 1 - size)
