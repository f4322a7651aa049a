"""Catalogues to compose from, without a database: one that is rich, and some that are poor."""

from methods.composer.catalogue import Catalogue, Fact, catalogue_of
from methods.composer.plan import Format, Plan, Wish
from methods.models import Family, Part

RANGES = ((5, 15), (10, 30), (20, 45), (30, 60), (15, 20), (45, 90), (None, None), (None, 25))
PARTS = (Part.CORE, Part.CORE, Part.OPENING, Part.CORE, Part.CLOSING)
PEOPLE = ((None, None), (4, 12), (6, 40), (2, None), (10, 500))
FORMATS = (frozenset(), frozenset({Format.ON_SITE}), frozenset(Format))


def fact(key: str = "essai", family: str = Family.UNDERSTAND, **values: object) -> Fact:
    """Return a method; what is not given nobody said."""
    return Fact(key, key.title(), family, **values)  # type: ignore[arg-type]


def rich() -> Catalogue:
    """Return 96 methods of every family, part, duration, group size and format."""
    found = []
    for number, family in enumerate(Family.values * 12):
        low, high = RANGES[number % len(RANGES)] if number % 3 else RANGES[number // 3 % 6]
        fewest, most = PEOPLE[number // 2 % len(PEOPLE)]
        found.append(
            fact(
                f"{family}-{number}",
                family,
                part=PARTS[number % len(PARTS)],
                minutes_min=low,
                minutes_max=high,
                people_min=fewest,
                people_max=most,
                difficulty=(None, 1, 2, 3)[number % 4],
                formats=FORMATS[number // 3 % 3],
            )
        )
    return catalogue_of(found)


CATALOGUES: dict[str, Catalogue] = {
    "rich": rich(),
    "empty": {},
    "one": catalogue_of([fact("seule", minutes_min=10, minutes_max=20)]),
    "only long ones": catalogue_of(
        [fact(f"long-{n}", minutes_min=240, minutes_max=480) for n in range(5)]
    ),
    "nobody said anything": catalogue_of(
        [fact(f"{family}-{n}", family) for family in Family.values for n in range(4)]
    ),
}


def wish(minutes: int = 120, people: int = 12, aim: str = Family.UNDERSTAND, **more: int) -> Wish:
    """Return what somebody asks for."""
    return Wish(minutes, people, aim, **more)  # type: ignore[arg-type]


def plan(*items: object, minutes: int = 120, people: int = 12) -> Plan:
    """Return a session made of these items."""
    return Plan(wish(minutes, people), tuple(items))  # type: ignore[arg-type]
