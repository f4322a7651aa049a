"""Groups, material and roles are counted."""

import pytest

from methods.composer.groups import group_size, split
from methods.composer.preparation import (
    Details,
    Material,
    Step,
    fitted,
    number_of_groups,
    roles,
    shopping,
    step_split,
)
from methods.models import Grouping, Per

pytestmark = pytest.mark.whatever_the_database


@pytest.mark.parametrize(
    ("people", "size", "expected"),
    [
        (12, 4, "3 × 4"),
        (13, 4, "2 × 4 + 1 × 5"),
        (14, 4, "2 × 5 + 1 × 4"),
        (15, 4, "3 × 4 + 1 × 3"),
        (13, 2, "5 × 2 + 1 × 3"),
        (7, 3, "1 × 4 + 1 × 3"),
        (3, 4, "1 × 3"),
        (5, 4, "1 × 5"),
        (2, 2, "1 × 2"),
        (500, 4, "125 × 4"),
    ],
)
def test_a_split(people, size, expected):
    assert str(split(people, size)) == expected


def test_everybody_is_in_a_group_and_nobody_alone():
    for people in range(2, 501):
        for size in (2, 3, 4, 5, 8, 20):
            parts = split(people, size).parts
            assert sum(number * each for number, each in parts) == people
            assert all(number > 0 and each >= 2 for number, each in parts), (people, size)


def test_nothing_can_be_split_by_nothing():
    with pytest.raises(ValueError):
        split(0, 4)
    with pytest.raises(ValueError):
        split(4, 0)


def test_the_groups_of_a_step():
    assert group_size(Grouping.PAIRS, None) == 2
    assert group_size(Grouping.TRIOS, 9) == 3
    assert group_size(Grouping.GROUPS, 5) == 5
    assert group_size(Grouping.GROUPS, None) == 4
    assert group_size(Grouping.PLENARY, None) is None
    assert group_size("", 4) is None
    assert step_split(Step("Seul", grouping=Grouping.ALONE), 12) is None
    details = Details((Step("a", 5, Grouping.PAIRS), Step("b", 5, Grouping.GROUPS, 4)))
    assert number_of_groups(details, 12) == 6
    assert number_of_groups(Details(), 12) == 3


@pytest.mark.parametrize("minutes", range(3, 200))
def test_steps_keep_their_share_of_the_item_and_its_sum(minutes):
    own = [Step("a", 2), Step("b", 12), Step("c", 6)]
    shares = [step.minutes for step in fitted(own, minutes)]
    assert sum(shares) == minutes
    assert min(shares) >= 1
    assert minutes < 10 or shares[1] > shares[2] > shares[0]


def test_steps_that_fit_stay_as_they_are_and_others_say_no_time():
    own = [Step("a", 2), Step("b", 12), Step("c", 6)]
    assert fitted(own, 20) == own
    assert [step.minutes for step in fitted([*own, Step("d")], 15)] == [None] * 4
    assert [step.minutes for step in fitted(own, 1)] == [None] * 3
    assert fitted([], 10) == []


def test_material_is_counted_per_person_per_group_and_for_the_session():
    first = Details(
        (Step("b", 5, Grouping.GROUPS, 4),),
        (
            Material("Feutre", 1, Per.PERSON),
            Material("Bloc de notes", 2, Per.GROUP),
            Material("Tableau", 1, Per.SESSION),
            Material("De la place", None, Per.SESSION),
        ),
    )
    second = Details((), (Material(" feutre ", 2, Per.PERSON), Material("Tableau", 1, "")))
    lines = shopping([("A", first), ("B", second)], 12)
    assert [
        (line.name, line.quantity, line.all_together, list(line.methods)) for line in lines
    ] == [
        ("Feutre", 24, 36, ["A", "B"]),
        ("Bloc de notes", 6, 6, ["A"]),
        ("Tableau", 1, 2, ["A", "B"]),
        ("De la place", None, None, ["A"]),
    ]


def test_a_role_is_needed_as_often_as_the_method_that_needs_it_most():
    needed = roles([("A", Details(roles=(("Témoin", 1),))), ("B", Details(roles=(("Témoin", 2),)))])
    assert [(line.name, line.quantity, list(line.methods)) for line in needed] == [
        ("Témoin", 2, ["A", "B"])
    ]
