"""Whatever is asked, the session lasts exactly that long and keeps to the rules."""

import random
from functools import cache
from itertools import product

import pytest

from methods.composer.catalogue import catalogue_of
from methods.composer.compose import compose
from methods.composer.frame import LONGEST_STRETCH
from methods.composer.plan import LONGEST, SHORTEST, Format, Item, Kind, Plan, Wish
from methods.models import Family, Part

from .facts import CATALOGUES, fact, wish

pytestmark = pytest.mark.whatever_the_database

MINUTES = (SHORTEST, 16, 29, 30, 44, 45, 60, 75, 89, 90, 91, 119, 120, 137, 150, 180, 239, 240)
MINUTES += (241, 300, 359, 360, 361, 420, 480, 599, LONGEST)
GRID = [
    Wish(minutes, people, aim, format, difficulty)
    for minutes, (people, aim), (format, difficulty) in product(
        MINUTES,
        zip((2, 3, 5, 12, 13, 30, 120, 500), Family.values, strict=True),
        ((Format.ON_SITE, 0), (Format.REMOTE, 1), (Format.HYBRID, 3)),
    )
]
rich = pytest.mark.parametrize("catalogue", [CATALOGUES["rich"]], ids=["rich"])
every = pytest.mark.parametrize("name", CATALOGUES)


@cache
def sessions(name: str) -> list[tuple[Wish, tuple[Item, ...]]]:
    """What is composed from a catalogue for each wish of the grid."""
    return [(asked, compose(asked, CATALOGUES[name])) for asked in GRID]


def total(items) -> int:
    return sum(item.minutes for item in items)


@every
def test_the_sum_is_exact(name):
    for asked, items in sessions(name):
        assert total(items) == asked.minutes, asked
        assert all(item.minutes > 0 for item in items), asked


@pytest.mark.parametrize("minutes", range(SHORTEST, LONGEST + 1, 7))
def test_the_sum_is_exact_for_any_duration(minutes):
    assert total(compose(wish(minutes), CATALOGUES["rich"])) == minutes


@every
def test_every_method_suits_and_stays_within_its_range(name):
    for asked, items in sessions(name):
        for item in items:
            if item.method:
                method = CATALOGUES[name][item.method]
                assert method.suits(asked), asked
                assert method.off_range(item.minutes) == 0, (asked, item)
                kinds = {Part.OPENING: Kind.OPENING, Part.CLOSING: Kind.CLOSING}
                assert item.kind == kinds.get(Part(method.part), Kind.METHOD)


@every
def test_no_method_comes_twice(name):
    for asked, items in sessions(name):
        methods = [item.method for item in items if item.method]
        assert len(methods) == len(set(methods)), asked


@every
def test_it_opens_and_closes(name):
    for asked, items in sessions(name):
        assert items[0].kind == Kind.OPENING, asked
        assert items[-1].kind == Kind.CLOSING, asked


@every
def test_nobody_works_too_long_without_a_break(name):
    for asked, items in sessions(name):
        worked = 0
        for item in items:
            worked = 0 if item.kind.rests else worked + item.minutes
            assert worked <= LONGEST_STRETCH, asked
        breaks = [item for item in items if item.kind == Kind.BREAK]
        assert bool(breaks) == (asked.minutes >= 90)
        assert all(5 <= item.minutes <= 15 for item in breaks)
        meals = [item.minutes for item in items if item.kind == Kind.LUNCH]
        assert meals == ([60] if asked.minutes >= 360 else [])


def test_the_same_wish_gives_the_same_session_whatever_the_order_of_the_methods():
    shuffled = list(CATALOGUES["rich"].values())
    random.Random(3).shuffle(shuffled)
    for asked, expected in sessions("rich")[::5]:
        assert compose(asked, CATALOGUES["rich"]) == expected
        assert compose(asked, catalogue_of(shuffled)) == expected


def test_another_variant_is_another_session():
    first, second = (
        compose(wish(120) if n == 1 else wish(variant=n), CATALOGUES["rich"]) for n in (1, 2)
    )
    assert first != second
    assert total(second) == 120


@rich
@pytest.mark.parametrize("aim", Family.values)
def test_the_aim_is_the_heart_of_the_work(aim, catalogue):
    items = compose(wish(120, aim=aim), catalogue)
    families = [catalogue[item.method].family for item in items if item.kind == Kind.METHOD]
    assert families.count(aim) >= max(families.count(other) for other in Family.values)


def test_declared_durations_come_before_unknown_ones():
    methods = catalogue_of([fact("a"), fact("z", minutes_min=10, minutes_max=60)])
    items = compose(wish(45), methods)
    assert [item.method for item in items if item.method][0] == "z"


def test_what_no_method_can_take_is_named():
    items = compose(wish(60), CATALOGUES["one"])
    assert [item.minutes for item in items if item.method] == [20]
    assert Kind.FREE in [item.kind for item in items]


@every
def test_locked_items_stay_as_they_are_and_in_order(name):
    chance = random.Random(7)
    for asked, composed in sessions(name)[::7]:
        items = list(composed)
        for place in chance.sample(range(len(items)), k=min(3, len(items))):
            old = items[place]
            items[place] = Item(old.kind, old.minutes, old.method, "Le titre", "La note", True)
        other = Wish(asked.minutes, 9, Family.TESTING, variant=4)
        again = compose(other, CATALOGUES[name], tuple(items))
        assert [item for item in again if item.locked] == [item for item in items if item.locked]
        assert total(again) == asked.minutes, asked


def test_locked_items_leave_less_and_less_room():
    for minutes in range(5, 130, 5):
        kept = (Item(Kind.METHOD, minutes, "garde", locked=True),)
        items = compose(wish(120), CATALOGUES["rich"], kept)
        assert kept[0] in items
        assert total(items) == max(120, minutes)


def test_a_locked_method_is_not_proposed_again():
    items = compose(wish(240), CATALOGUES["rich"])
    chosen = next(item for item in items if item.kind == Kind.METHOD)
    kept = Item(chosen.kind, chosen.minutes, chosen.method, locked=True)
    again = compose(wish(240), CATALOGUES["rich"], Plan(wish(240), (kept,)).items)
    assert [item.method for item in again].count(chosen.method) == 1
