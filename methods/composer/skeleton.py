"""What stands fast in a session before methods are chosen: ends, breaks and locked items."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from .frame import UNIT, end_minutes, rests
from .plan import Item, Kind, Wish

ENDS = (Kind.OPENING, Kind.CLOSING)


@dataclass(frozen=True)
class Placed:
    """An item with the moment of its middle: 0 is the beginning of the session, 1 its end."""

    moment: float
    item: Item


@dataclass
class Stretch:
    """The work between two breaks: ``free`` minutes to compose around the locked items."""

    begins: float
    ends: float
    locked: list[Placed]
    free: int = 0

    @property
    def fixed(self) -> int:
        """The minutes of the locked items."""
        return sum(placed.item.minutes for placed in self.locked)

    def around(self, work: Sequence[Item]) -> list[Item]:
        """Return ``work`` evenly spread over the stretch, and the locked items in their place."""
        length = self.ends - self.begins
        steps = [
            Placed(self.begins + length * (place + 0.5) / len(work), item)
            for place, item in enumerate(work)
        ]
        everything = sorted([*self.locked, *steps], key=lambda placed: placed.moment)
        return [placed.item for placed in everything]


@dataclass
class Skeleton:
    """The ends, the breaks in order, and the other locked items."""

    wish: Wish
    opening: Item | None
    closing: Item | None
    rests: list[Placed] = field(default_factory=list)
    others: list[Placed] = field(default_factory=list)

    @property
    def used(self) -> set[str]:
        """The methods of the locked items."""
        items = [placed.item for placed in (*self.rests, *self.others)]
        return {item.method for item in (*items, self.opening, self.closing) if item}

    @property
    def fixed(self) -> int:
        """The minutes that are no work to compose."""
        items = [placed.item for placed in (*self.rests, *self.others)]
        ends = [item for item in (self.opening, self.closing) if item]
        return sum(item.minutes for item in (*items, *ends))

    def stretches(self, opening: Item | None, closing: Item | None) -> list[Stretch]:
        """Return the stretches of work; together with the rest they last what was asked.

        The free minutes go by fives to the stretch that is shortest so far, opening and closing
        being part of the first and of the last.
        """
        moments = [0.0, *(placed.moment for placed in self.rests), 1.0]
        found = [
            Stretch(begins, ends, []) for begins, ends in zip(moments, moments[1:], strict=False)
        ]
        for placed in self.others:
            before = sum(rest.moment <= placed.moment for rest in self.rests)
            found[before].locked.append(placed)
        ends = [item.minutes if item else 0 for item in (opening, closing)]
        lengths = [stretch.fixed for stretch in found]
        lengths[0] += ends[0]
        lengths[-1] += ends[1]
        left = self.wish.minutes - sum(lengths) - sum(rest.item.minutes for rest in self.rests)
        while left > 0:
            place = lengths.index(min(lengths))
            step = min(UNIT, left)
            lengths[place] += step
            found[place].free += step
            left -= step
        return found


def skeleton(wish: Wish, locked: Sequence[Placed]) -> Skeleton:
    """Return what stands fast for ``wish``, the locked items in their place.

    When the locked items leave no time for it, there is no break but those locked, then no
    opening and no closing either.
    """
    for breaks, ends in ((True, True), (False, True), (False, False)):
        found = _skeleton(wish, locked, breaks=breaks, ends=ends)
        if found.fixed <= wish.minutes:
            break
    return found


def _skeleton(wish: Wish, locked: Sequence[Placed], *, breaks: bool, ends: bool) -> Skeleton:
    usual = end_minutes(wish.minutes)
    found = Skeleton(wish, *(Item(kind, usual) if ends else None for kind in ENDS))
    pauses = rests(wish.minutes, wish.people) if breaks else []
    planned = [
        Placed((place + 1) / (len(pauses) + 1), Item(kind, minutes))
        for place, (kind, minutes) in enumerate(pauses)
    ]
    opened = closed = False
    for placed in locked:
        kind = placed.item.kind
        if kind == Kind.OPENING and not opened:
            found.opening, opened = placed.item, True
        elif kind == Kind.CLOSING and not closed:
            found.closing, closed = placed.item, True
        elif kind.rests:
            found.rests.append(placed)
            _replace_nearest(planned, placed)
        else:
            found.others.append(placed)
    found.rests = sorted([*found.rests, *planned], key=lambda placed: placed.moment)
    return found


def _replace_nearest(planned: list[Placed], locked: Placed) -> None:
    """Take away the planned break, of the same kind, that a locked one stands for."""
    same = [placed for placed in planned if placed.item.kind == locked.item.kind]
    if same:
        planned.remove(min(same, key=lambda placed: abs(placed.moment - locked.moment)))
