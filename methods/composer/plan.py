"""What is asked of a session, and the session itself: an ordered list of timed items.

Everything is immutable: an operation returns another plan. Durations are whole minutes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from .vocabularies import Format, Kind

SHORTEST, LONGEST = 15, 600
FEWEST, MOST = 2, 500
MOST_ITEMS = 40
LONGEST_ITEM = 600
LAST_START = 24 * 60 - 1
MOST_VARIANTS = 99
ANY_DIFFICULTY = 0


@dataclass(frozen=True)
class Wish:
    """What a facilitator asks for.

    ``aim`` is a family of methods; ``difficulty`` the highest one accepted, 0 for any;
    ``variant`` counts the proposals from 1.
    """

    minutes: int
    people: int
    aim: str
    format: str = Format.ON_SITE
    difficulty: int = ANY_DIFFICULTY
    variant: int = 1


@dataclass(frozen=True)
class Item:
    """A piece of a session. ``method`` is the key of a method, or empty."""

    kind: Kind
    minutes: int
    method: str = ""
    title: str = ""
    note: str = ""
    locked: bool = False


@dataclass(frozen=True)
class Plan:
    """A session: what was asked, and the items in order.

    ``start`` is in minutes after midnight, ``None`` when nobody said when it begins.
    """

    wish: Wish
    items: tuple[Item, ...] = field(default=())
    title: str = ""
    start: int | None = None

    @property
    def total(self) -> int:
        """The minutes of the items together."""
        return sum(item.minutes for item in self.items)

    @property
    def missing(self) -> int:
        """How many minutes the items lack; negative when they are too long."""
        return self.wish.minutes - self.total

    @property
    def used(self) -> tuple[str, ...]:
        """The keys of the methods, each once, in the order of the session."""
        return tuple(dict.fromkeys(item.method for item in self.items if item.method))

    def timed(self) -> Iterator[tuple[int, Item]]:
        """Yield each item with the minutes that pass before it."""
        before = 0
        for item in self.items:
            yield before, item
            before += item.minutes

    def with_items(self, items: "tuple[Item, ...] | list[Item]") -> "Plan":
        """Return this plan with other items."""
        return replace(self, items=tuple(items))
