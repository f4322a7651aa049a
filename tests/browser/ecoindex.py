"""EcoIndex: how heavy a page is, from 0 to 100, by the public formula of GreenIT.fr.

The quantiles are those of https://github.com/cnumr/ecoindex_reference.
"""

from itertools import pairwise

ELEMENTS = (
    (0, 47, 75, 159, 233, 298, 358, 417, 476, 537, 603)
    + (674, 753, 843, 949, 1076, 1237, 1459, 1801, 2479, 594_601)
)  # fmt: skip
REQUESTS = (
    (0, 2, 15, 25, 34, 42, 49, 56, 63, 70, 78)
    + (86, 95, 105, 117, 130, 147, 170, 205, 281, 3_920)
)  # fmt: skip
KILOBYTES = (
    (0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1_098.62, 1_265.47, 1_448.32)
    + (1_648.27, 1_876.08, 2_142.06, 2_465.37, 2_866.31, 3_401.59, 4_155.73, 5_400.08, 8_037.54)
    + (223_212.26,)
)
GRADES = ((80, "A"), (70, "B"), (55, "C"), (40, "D"), (25, "E"), (10, "F"))


def score(elements: int, requests: int, kilobytes: float) -> float:
    """Return the EcoIndex of a page, to the hundredth: its letter is read before it is rounded."""
    places = (
        3 * _place(elements, ELEMENTS)
        + 2 * _place(requests, REQUESTS)
        + _place(kilobytes, KILOBYTES)
    )
    return round(100 - 5 * places / 6, 2)


def grade(points: float) -> str:
    """Return the letter for a score, A to G."""
    return next((letter for above, letter in GRADES if points > above), "G")


def _place(value: float, quantiles: tuple[float, ...]) -> float:
    for rank, (low, high) in enumerate(pairwise(quantiles)):
        if value < high:
            return rank + (value - low) / (high - low)
    return len(quantiles) - 1
