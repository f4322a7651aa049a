"""Shares minutes out between pieces that each have a shortest and a longest duration."""

from collections.abc import Sequence

UNIT = 5
Range = tuple[int, int]


def share(total: int, ranges: Sequence[Range]) -> tuple[list[int], int]:
    """Return minutes for each range, as equal as can be, and what is left over.

    Whole fives come first, since people plan by fives. What no piece can take is left over
    (positive); what no piece can give is missing (negative).
    """
    if not ranges:
        return [], total
    ideal = UNIT * (total // len(ranges) // UNIT)
    return stretch([min(max(ideal, low), high) for low, high in ranges], total, ranges)


def stretch(minutes: Sequence[int], total: int, ranges: Sequence[Range]) -> tuple[list[int], int]:
    """Return ``minutes`` grown or shrunk within ``ranges`` towards ``total``, and the rest.

    The shortest grow first and the longest shrink first, by fives and then by single minutes. A
    piece that lies outside of its range is brought no farther away from it.
    """
    shared = list(minutes)
    left = total - sum(shared)
    for unit in (UNIT, 1):
        while abs(left) >= unit:
            place = _next(shared, ranges, unit if left > 0 else -unit)
            if place is None:
                break
            step = unit if left > 0 else -unit
            shared[place] += step
            left -= step
    return shared, left


def _next(shared: list[int], ranges: Sequence[Range], step: int) -> int | None:
    """Return the place that the next ``step`` minutes go to, the first of equals."""
    open_places = [
        place
        for place, (low, high) in enumerate(ranges)
        if (shared[place] + step <= high if step > 0 else shared[place] + step >= low)
    ]
    if not open_places:
        return None
    return min(open_places, key=lambda place: shared[place] * (1 if step > 0 else -1))
