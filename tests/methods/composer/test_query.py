"""A session goes into an address and comes back unchanged; junk comes back as little harm."""

import random

import pytest
from django.http import QueryDict

from methods.composer.compose import compose
from methods.composer.forms import WishForm
from methods.composer.plan import MOST_ITEMS, Item, Kind, Plan, Wish
from methods.composer.query import (
    LONGEST_NOTE,
    Saved,
    clock,
    query_of,
    read_plan,
    read_start,
    state_of,
)
from tests.junk import JUNK

from .facts import CATALOGUES, wish

pytestmark = pytest.mark.whatever_the_database


def read(query: str) -> Plan:
    data = QueryDict(query)
    return read_plan(data, WishForm(data).wish())


def back(plan: Plan) -> Plan:
    return read(query_of(plan))


@pytest.mark.parametrize("minutes", [15, 120, 480])
def test_a_session_comes_back_unchanged(minutes):
    asked = Wish(minutes, 13, "testing", "remote", 2, 7)
    plan = Plan(asked, compose(asked, CATALOGUES["rich"]), "L’été & après ?", 9 * 60 + 5)
    assert back(plan) == plan
    saved = Saved(state_of(plan))
    form = WishForm({name: saved.get(name) for name in saved.lists})
    assert read_plan(saved, form.wish()) == plan


def test_words_of_any_kind_come_back():
    chance = random.Random(1)
    letters = "aé\"'<>&=+%#.;\n €🦄—\u00a0x"
    for _turn in range(200):
        words = "".join(chance.choices(letters, k=30)).strip()
        item = Item(Kind.METHOD, 5, "a-b", " ".join(words.split()), words, chance.random() > 0.5)
        assert back(Plan(wish(), (item,))).items == (item,)


def test_the_address_stays_short_and_readable():
    plan = Plan(wish(), compose(wish(), CATALOGUES["rich"]))
    assert len(query_of(plan)) < 500
    pause = Plan(wish(), (Item(Kind.BREAK, 10, locked=True), Item(Kind.FREE, 5)))
    assert query_of(pause).endswith("&e=pause.10..fixe&e=libre.5")


def test_minutes_typed_in_the_form_replace_those_of_the_item():
    plan = read("duree=60&personnes=9&famille=testing&lieu=remote&e=pause.10&m0=12&e=pause.5&m1=x")
    assert [item.minutes for item in plan.items] == [12, 5]
    assert plan.wish == Wish(60, 9, "testing", "remote")


@pytest.mark.parametrize(
    "item",
    ["", "pause", "pause.", "pause.0", "pause.-5", "pause.601", "pause.1e3", "pause.²", "sieste.5"]
    + ["pause.10" + "0" * 5_000, "..", "\0", "methode.\0"],
)
def test_an_item_that_cannot_be_read_is_left_out(item):
    query = QueryDict(mutable=True)
    query.setlist("e", [item, "pause.10"])
    assert [each.minutes for each in read(query.urlencode()).items] == [10]


def test_lengths_are_capped():
    many = "&".join(["e=pause.5"] * 4_000)
    assert len(read(many).items) == MOST_ITEMS
    item = read(f"e=pause.5&n0={'a' * 9_999}&t0={'b' * 9_999}").items[0]
    assert (len(item.note), len(item.title)) == (LONGEST_NOTE, 120)
    assert len(read(f"titre={'c' * 9_999}").title) == 120


@pytest.mark.parametrize("junk", JUNK)
def test_junk_never_raises(junk):
    names = (
        "v",
        "duree",
        "personnes",
        "famille",
        "lieu",
        "difficulte",
        "variante",
        "debut",
        "titre",
    )
    names += ("e", "n0", "t0", "m0")
    read("&".join(f"{name}={JUNK[junk]}" for name in names) + "&e=pause.10")


@pytest.mark.parametrize("state", [None, [], "x", {"e": "pause.5"}, {"e": [5, None]}, {"e": None}])
def test_a_saved_state_that_is_not_one(state):
    assert read_plan(Saved(state), wish()).items == ()


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("9:30", 570), ("09h30", 570), ("9h", 540), (" 14 : 05 ", 845), ("0:00", 0), ("23:59", 1439)],
)
def test_a_start(text, minutes):
    assert read_start(text) == minutes
    assert read_start(clock(minutes)) == minutes


@pytest.mark.parametrize("text", ["", "midi", "24:00", "9:60", "-1:00", "²:00", "1:2:3", "9" * 99])
def test_no_start(text):
    assert read_start(text) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("120", 120),
        ("2 h", 120),
        ("2h", 120),
        ("1h30", 90),
        ("1 h 30", 90),
        ("1\u00a0h\u00a030", 90),
    ]
    + [("45 min", 45), ("45mn", 45), ("2 heures", 120), ("1 heure 15 minutes", 75), ("10 h", 600)],
)
def test_a_duration_as_people_write_it(text, minutes):
    form = WishForm({"duree": text, "personnes": "12", "famille": "testing", "lieu": "remote"})
    assert form.is_valid(), form.errors
    assert form.wish().minutes == minutes


@pytest.mark.parametrize(
    "text", ["", "h", "14", "601", "11 h", "deux heures", "1h30m30", "-60", "²"]
)
def test_not_a_duration(text):
    form = WishForm({"duree": text, "personnes": "12", "famille": "testing", "lieu": "remote"})
    assert list(form.errors) == ["duree"]
