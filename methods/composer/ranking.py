"""Which method serves best at a place of a session. No chance, no date: only the facts."""

from collections.abc import Collection, Iterable

from ..vocabularies import Part
from .arcs import nearest
from .catalogue import Catalogue, Fact
from .plan import Item, Kind, Plan, Wish

PARTS = {Kind.OPENING: Part.OPENING, Kind.CLOSING: Part.CLOSING}


def part_of(kind: Kind) -> Part:
    """Return the part of a session that an item of this kind belongs to."""
    return PARTS.get(kind, Part.CORE)


def ranked(
    facts: Iterable[Fact], wish: Wish, family: str, part: str, minutes: int
) -> list[tuple[tuple[int, ...], Fact]]:
    """Return the methods that suit, the best first, each with its rank.

    First the family, then whether the duration is declared, then how far ``minutes`` lies from
    it; among equals those that say whether they suit the format and the group, then by title.
    Methods of one rank are as good as one another.
    """
    families = nearest(family, wish.aim)
    found = [
        (
            (families.index(fact.family), int(not fact.declared), fact.off_range(minutes)),
            fact,
        )
        for fact in facts
        if fact.part == part and fact.suits(wish)
    ]
    return sorted(found, key=lambda pair: (pair[0], *_silences(pair[1]), _by_name(pair[1])))


def best(facts: Iterable[Fact], wish: Wish, family: str, part: str, minutes: int) -> Fact | None:
    """Return the method to propose: the variant says which, among those of the best rank."""
    found = ranked(facts, wish, family, part, minutes)
    if not found:
        return None
    equals = [fact for rank, fact in found if rank == found[0][0]]
    return equals[(wish.variant - 1) % len(equals)]


def alternatives(plan: Plan, place: int, catalogue: Catalogue, number: int = 4) -> list[Fact]:
    """Return the methods that could stand at ``place`` instead, the best first.

    Those that fit in its minutes come before the others, of whatever family: a method chosen here
    keeps the time, and should not be refused for it a moment later.
    """
    item = plan.items[place]
    free = _but(catalogue, plan.used)
    family = catalogue[item.method].family if item.method in catalogue else plan.wish.aim
    found = ranked(free, plan.wish, family, part_of(item.kind), item.minutes)
    found.sort(key=lambda pair: pair[1].off_range(item.minutes) > 0)
    return [fact for _rank, fact in found[:number]]


def additions(plan: Plan, catalogue: Catalogue, number: int = 5) -> list[Fact]:
    """Return methods that could be added to the work, the best first."""
    minutes = plan.missing if plan.missing > 0 else 20
    found = ranked(_but(catalogue, plan.used), plan.wish, plan.wish.aim, Part.CORE, minutes)
    return [fact for _rank, fact in found[:number]]


def range_of(item: Item, catalogue: Catalogue) -> tuple[int, int]:
    """Return the shortest and longest minutes of an item: those of its method, else of its kind."""
    fact = catalogue.get(item.method)
    return fact.range if fact else RANGES[item.kind]


# Of what is no method. A method that is gone keeps the limits of a piece of work.
RANGES = {
    Kind.OPENING: (2, 30),
    Kind.CLOSING: (2, 30),
    Kind.BREAK: (5, 15),
    Kind.LUNCH: (45, 90),
    Kind.METHOD: (5, 90),
    Kind.FREE: (1, 90),
}


def _but(catalogue: Catalogue, used: Collection[str]) -> list[Fact]:
    return [fact for fact in catalogue.values() if fact.key not in used]


def _silences(fact: Fact) -> tuple[bool, bool]:
    return not fact.formats, not (fact.people_min or fact.people_max)


def _by_name(fact: Fact) -> tuple[str, str]:
    return fact.title.casefold(), fact.key
