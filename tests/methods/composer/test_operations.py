"""What a facilitator does to a session, and what becomes of its length."""

import pytest

from methods.composer import operations
from methods.composer.compose import compose
from methods.composer.orders import perform
from methods.composer.plan import MOST_ITEMS, Item, Kind, Plan
from methods.composer.ranking import alternatives
from methods.composer.remarks import About, remarks

from .facts import CATALOGUES, fact, plan, wish

pytestmark = pytest.mark.whatever_the_database

RICH = CATALOGUES["rich"]


@pytest.fixture
def composed() -> Plan:
    return Plan(wish(), compose(wish(), RICH))


def test_moving_changes_the_order_and_nothing_else(composed):
    moved = operations.move(composed, 1, 1)
    assert moved.items[2] == composed.items[1]
    assert sorted(moved.items, key=str) == sorted(composed.items, key=str)
    assert operations.move(composed, 0, -1) == composed


def test_swapping_keeps_the_minutes_and_the_note(composed):
    noted = composed.with_items(
        [Item(Kind.METHOD, 25, composed.items[1].method, "Un titre", "Une note")]
    )
    other = alternatives(composed, 1, RICH)[0]
    swapped = operations.swap(noted, 0, other.key)
    assert swapped.items == (Item(Kind.METHOD, 25, other.key, "", "Une note"),)


def test_the_alternatives_suit_and_are_not_used_yet(composed):
    for place, item in enumerate(composed.items):
        if item.kind.rests:
            continue
        found = alternatives(composed, place, RICH)
        assert found
        assert not {each.key for each in found} & set(composed.used)
        assert all(each.suits(composed.wish) for each in found)
        late = [each.off_range(item.minutes) > 0 for each in found]
        assert late == sorted(late)
        assert not late[0]


def test_removing_makes_minutes_missing_and_adjusting_brings_them_back(composed):
    removed = operations.remove(composed, 2)
    assert removed.missing == composed.items[2].minutes
    assert [remark.about for remark in remarks(removed, RICH)] == [About.TOTAL]
    adjusted = operations.adjust(removed, RICH)
    assert adjusted.missing == 0
    for item in adjusted.items:
        if item.method:
            assert RICH[item.method].off_range(item.minutes) == 0


@pytest.mark.parametrize("minutes", [1, 40, 90, 200, 600])
def test_adjusting_reaches_what_was_asked_from_anywhere(minutes):
    items = [Item(Kind.METHOD, minutes, key) for key in list(RICH)[:5]]
    assert operations.adjust(plan(*items), RICH).missing == 0


def test_adjusting_leaves_locked_items_alone():
    locked = Item(Kind.METHOD, 70, "garde", locked=True)
    adjusted = operations.adjust(plan(locked, Item(Kind.METHOD, 10, "autre")), {})
    assert locked in adjusted.items
    assert adjusted.missing == 0
    too_long = plan(Item(Kind.METHOD, 200, "garde", locked=True), Item(Kind.BREAK, 10))
    assert operations.adjust(too_long, {}).missing == -81
    assert About.TOTAL in [r.about for r in remarks(operations.adjust(too_long, {}), {})]


def test_an_empty_margin_disappears_when_there_is_no_time_for_it():
    adjusted = operations.adjust(plan(Item(Kind.METHOD, 80), Item(Kind.FREE, 30), minutes=60), {})
    assert adjusted.items == (Item(Kind.METHOD, 60),)
    noted = plan(Item(Kind.METHOD, 80), Item(Kind.FREE, 30, note="Le pot"), minutes=60)
    assert len(operations.adjust(noted, {}).items) == 2


def test_adding_goes_before_the_closing_and_takes_what_is_missing(composed):
    removed = operations.remove(composed, 1)
    key = alternatives(composed, 1, RICH)[0].key
    added = operations.add(removed, Kind.METHOD, RICH, key)
    assert added.items[-1].kind == Kind.CLOSING
    assert added.items[-2].method == key
    low, high = RICH[key].range
    assert added.items[-2].minutes == min(max(removed.missing, low), high)


def test_a_session_has_a_most():
    full = plan(*[Item(Kind.BREAK, 5)] * MOST_ITEMS)
    assert operations.add(full, Kind.FREE, {}) == full


def test_another_proposal_differs_and_keeps_what_is_locked(composed):
    locked = operations.lock(composed, 1)
    other = operations.another(locked, RICH)
    assert other.items != locked.items
    assert locked.items[1] in other.items
    assert other.missing == 0


@pytest.mark.parametrize(
    "order",
    ["", "monter", "monter.x", "monter.99", "monter.-1", "monter.²", "retirer.0.0", "toString"]
    + ["remplacer.1", "remplacer.1.inconnue", "ajouter", "ajouter.inconnue", "ajouter.methode"]
    + ["verrouiller." + "9" * 5000, "monter." + "\0", "a" * 10_000, "....", "maj", "é.é.é"],
)
def test_an_order_that_makes_no_sense_changes_nothing(order, composed):
    after, _fragment = perform(composed, RICH, order)
    assert after in (composed, operations.remove(composed, 0))
    if order != "retirer.0.0":
        assert after == composed


def test_the_last_item_cannot_be_taken_away():
    alone = plan(Item(Kind.BREAK, 10))
    assert perform(alone, {}, "retirer.0") == (alone, "seance")


def test_what_does_not_fit_is_said():
    method = fact("m", minutes_min=20, minutes_max=30, people_min=6, people_max=10)
    remote = fact("r", formats=frozenset({"remote"}))
    known = {"m": method, "r": remote}
    session = plan(
        Item(Kind.METHOD, 10, "m"),
        Item(Kind.METHOD, 95, "r"),
        Item(Kind.BREAK, 5),
        Item(Kind.METHOD, 10, "partie"),
        people=12,
    )
    found = {(remark.about, remark.place, remark.limit) for remark in remarks(session, known)}
    assert found == {
        (About.TOO_SHORT, 0, 20),
        (About.TOO_MANY, 0, 10),
        (About.FORMAT, 1, 0),
        (About.NO_BREAK, 1, 105),
        (About.GONE, 3, 0),
    }
