"""Composes a session: the same wish and the same methods always give the same items.

The frame (opening, breaks, closing) comes first, then the work between two breaks is cut into
pieces, each piece gets the family that the arc wants and the best method of it, and the minutes
are shared out within the range of each method. What no method can take goes to a free item that
says so, so that the session always lasts what was asked.

Locked items stay as they are, in their order, near the moment where they stood; the rest is
composed around them. Only when they are longer than the session itself is it longer than asked.
"""

from ..vocabularies import Part
from .arcs import arc
from .catalogue import Catalogue, Fact
from .minutes import share
from .plan import Item, Kind, Wish
from .ranking import best, part_of
from .skeleton import Placed, Skeleton, skeleton

# About how long a piece of work lasts: longer sessions leave room to go deeper.
PIECE, LONG_PIECE, LONG_SESSION = 30, 40, 180
SMALLEST_PIECE = 5
# Below this, what is left over is a margin and not worth another method.
WORTH_A_METHOD = 15


def compose(wish: Wish, catalogue: Catalogue, kept: tuple[Item, ...] = ()) -> tuple[Item, ...]:
    """Return the items of a session for ``wish``; the locked ones of ``kept`` stay in it."""
    placed = locked(kept)
    frame = skeleton(wish, placed)
    return tuple(_Composition(wish, catalogue, frame).items())


def locked(items: tuple[Item, ...]) -> list[Placed]:
    """Return the locked ones of ``items``, each with the moment of its middle, from 0 to 1."""
    total = sum(item.minutes for item in items) or 1
    found, before = [], 0
    for item in items:
        if item.locked:
            found.append(Placed((before + item.minutes / 2) / total, item))
        before += item.minutes
    return found


class _Composition:
    """One run of :func:`compose`: remembers which methods are used already."""

    def __init__(self, wish: Wish, catalogue: Catalogue, frame: Skeleton) -> None:
        self.wish = wish
        self.frame = frame
        self.free = {key: fact for key, fact in catalogue.items() if key not in frame.used}

    def items(self) -> list[Item]:
        """Return the items in order."""
        opening = self._end(Kind.OPENING, self.frame.opening)
        closing = self._end(Kind.CLOSING, self.frame.closing)
        stretches = self.frame.stretches(opening, closing)
        counts = [self._pieces(stretch.free) for stretch in stretches]
        families = arc(self.wish.aim, sum(counts)) if sum(counts) else []
        found = [opening] if opening else []
        for place, stretch in enumerate(stretches):
            wanted, families = families[: counts[place]], families[counts[place] :]
            work = self._work(stretch.free, wanted or [self.wish.aim])
            found += stretch.around(work)
            if place < len(self.frame.rests):
                found.append(self.frame.rests[place].item)
        return [*found, closing] if closing else found

    def _end(self, kind: Kind, item: Item | None) -> Item | None:
        """Return the opening or the closing with a method, if one can be led in that time."""
        if item is None or item.locked:
            return item
        fact = best(self.free.values(), self.wish, self.wish.aim, part_of(kind), item.minutes)
        if fact is None or fact.range[0] > item.minutes:
            return item
        self.free.pop(fact.key)
        return Item(kind, min(item.minutes, fact.range[1]), fact.key)

    def _pieces(self, minutes: int) -> int:
        """Return how many pieces of work ``minutes`` are cut into."""
        if minutes < SMALLEST_PIECE:
            return 0
        length = LONG_PIECE if self.wish.minutes >= LONG_SESSION else PIECE
        return max(1, (minutes + length // 2) // length)

    def _work(self, minutes: int, families: list[str]) -> list[Item]:
        """Return pieces of work that last ``minutes`` together, one for each family at least."""
        if minutes < SMALLEST_PIECE:
            return [Item(Kind.FREE, minutes)] if minutes else []
        chosen = self._choose(minutes, families)
        ranges = [fact.range for fact in chosen]
        shared, left = share(minutes, ranges)
        found = [
            Item(Kind.METHOD, each, fact.key) for fact, each in zip(chosen, shared, strict=True)
        ]
        return [*found, Item(Kind.FREE, left)] if left else found

    def _choose(self, minutes: int, families: list[str]) -> list[Fact]:
        """Return methods whose shortest durations fit into ``minutes``, used up from then on."""
        chosen: list[Fact] = []
        wanted = list(families)
        while wanted:
            left = minutes - sum(fact.range[0] for fact in chosen)
            room = left - SMALLEST_PIECE * (len(wanted) - 1)
            fitting = [fact for fact in self.free.values() if fact.range[0] <= room]
            family = wanted.pop(0)
            fact = best(fitting, self.wish, family, Part.CORE, minutes // len(families))
            if fact is not None:
                chosen.append(self.free.pop(fact.key))
            left = minutes - sum(fact.range[1] for fact in chosen)
            if not wanted and fact is not None and left >= WORTH_A_METHOD:
                wanted.append(family)
        return chosen
