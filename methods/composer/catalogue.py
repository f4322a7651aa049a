"""The few facts about a method that composing a session takes."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..vocabularies import Part
from .plan import ANY_DIFFICULTY, Wish

# What is assumed of a method that does not say how long it takes, by part of a session.
USUAL = {Part.OPENING: (5, 20), Part.CORE: (15, 45), Part.CLOSING: (5, 20)}
# A method "without upper limit" is not led for longer than people can sit without a break.
NO_UPPER_LIMIT = 90


@dataclass(frozen=True)
class Fact:
    """A method as the composer sees it. ``None``, or an empty ``formats``: nobody said."""

    key: str
    title: str
    family: str
    part: str = Part.CORE
    minutes_min: int | None = None
    minutes_max: int | None = None
    people_min: int | None = None
    people_max: int | None = None
    difficulty: int | None = None
    formats: frozenset[str] = frozenset()

    @property
    def declared(self) -> bool:
        """Whether the method says how long it takes."""
        return bool(self.minutes_min or self.minutes_max)

    @property
    def range(self) -> tuple[int, int]:
        """The shortest and the longest minutes for which the composer takes the method."""
        low, high = USUAL[Part(self.part)]
        if not self.declared:
            return low, high
        if self.minutes_min and self.minutes_max:
            return self.minutes_min, max(self.minutes_min, self.minutes_max)
        if self.minutes_min:
            return self.minutes_min, max(self.minutes_min, NO_UPPER_LIMIT)
        longest = self.minutes_max or high
        return min(low, longest), longest

    def off_range(self, minutes: int) -> int:
        """How many minutes ``minutes`` lies outside of the range, 0 inside."""
        low, high = self.range
        return max(low - minutes, minutes - high, 0)

    def takes(self, people: int) -> bool:
        """Whether the method is made for so many people, as far as it says."""
        return (self.people_min or 0) <= people <= (self.people_max or people)

    def serves(self, format: str) -> bool:
        """Whether the method works in this format, as far as it says."""
        return not self.formats or format in self.formats

    def suits(self, wish: Wish) -> bool:
        """Whether people, format and difficulty allow the method."""
        easy = wish.difficulty == ANY_DIFFICULTY or (self.difficulty or 0) <= wish.difficulty
        return easy and self.takes(wish.people) and self.serves(wish.format)


Catalogue = dict[str, Fact]


def catalogue_of(facts: Iterable[Fact]) -> Catalogue:
    """Return the methods by key; of two with one key the first stays."""
    found: Catalogue = {}
    for fact in facts:
        found.setdefault(fact.key, fact)
    return found
