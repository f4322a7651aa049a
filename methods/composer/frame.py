"""When a session opens, rests and closes.

The rules, and why:

- Opening and closing each take a twelfth of the time, to the nearest five minutes, 5 at least and
  30 at most; below half an hour, two minutes each. People who have not spoken once by then rarely
  speak later, and what is not concluded in the room is concluded by nobody.
- From 90 minutes on there is a break, and nobody works for more than 90 minutes in a row:
  attention does not last longer. The fewest breaks that keep this rule, evenly spread.
- A break lasts 5 minutes below two hours, 10 below four, then 15; five more from 30 people on (15
  at most), who need the time to leave the room and come back.
- From six hours on, a meal of an hour stands in the middle.
"""

from .plan import Kind

UNIT = 5
LONGEST_STRETCH = 90
FIRST_BREAK = 90
FIRST_LUNCH = 360
LUNCH = 60
LONGEST_BREAK = 15
MANY_PEOPLE = 30
SHORTEST_WITH_UNITS = 30
ENDS = 12  # Opening and closing each take one part in twelve.
SHORTEST_END, LONGEST_END = 5, 30
QUICK_END = 2


def end_minutes(minutes: int) -> int:
    """Return how long the opening, or the closing, of a session of ``minutes`` lasts."""
    if minutes < SHORTEST_WITH_UNITS:
        return QUICK_END
    nearest = UNIT * round(minutes / ENDS / UNIT)
    return min(max(nearest, SHORTEST_END), LONGEST_END)


def break_minutes(minutes: int, people: int) -> int:
    """Return how long one break of a session lasts."""
    usual = 5 if minutes < 120 else 10 if minutes < 240 else LONGEST_BREAK
    return min(usual + (UNIT if people >= MANY_PEOPLE else 0), LONGEST_BREAK)


def rests(minutes: int, people: int) -> list[tuple[Kind, int]]:
    """Return the breaks and the meal of a session in order, each with its minutes."""
    if minutes < FIRST_BREAK:
        return []
    pause = break_minutes(minutes, people)
    if minutes < FIRST_LUNCH:
        return [(Kind.BREAK, pause)] * max(1, _breaks_within(minutes, pause))
    half = [(Kind.BREAK, pause)] * _breaks_within((minutes - LUNCH + 1) // 2, pause)
    return [*half, (Kind.LUNCH, LUNCH), *half]


def _breaks_within(minutes: int, pause: int) -> int:
    """Return the fewest breaks that leave no stretch of work too long."""
    number = 0
    while minutes - number * pause > (number + 1) * LONGEST_STRETCH:
        number += 1
    return number
