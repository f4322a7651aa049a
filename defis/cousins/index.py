"""Which défis are near one another: the cosine of their terms, rare terms counting more."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest
from math import log, sqrt

from ..models.state import State
from .terms import Terms

#: Terms of a question that are looked for: the weightiest; the others hardly change anything.
MOST_TERMS = 60
#: Below this likeness (0 to 1) two défis share little more than chance.
LEAST = 0.06


@dataclass(frozen=True)
class Entry:
    """A public défi: its terms, and in a line each what stood in the way and what it became."""

    pk: int
    terms: Terms
    state: str
    obstacle: str = ""
    fate: str = ""

    @property
    def phase(self) -> str:
        """The phase that the state belongs to."""
        return State(self.state).phase

    @property
    def get_state_display(self) -> str:
        """The word of the state, under the name that pages have for it."""
        return str(State(self.state).label)


class Index:
    """The terms of many défis, ready to be asked."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = {entry.pk: entry for entry in entries}
        numbers: dict[str, int] = defaultdict(int)
        for entry in self.entries.values():
            for term in entry.terms:
                numbers[term] += 1
        self._rarity = {
            term: log((1 + len(self.entries)) / number) for term, number in numbers.items()
        }
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for entry in self.entries.values():
            for term, weight in self._unit(entry.terms):
                self._postings[term].append((entry.pk, weight))

    def nearest(self, terms: Terms, number: int, leave_out: int | None = None) -> list[Entry]:
        """Return the ``number`` entries nearest to ``terms``, the nearest first."""
        likeness: dict[int, float] = defaultdict(float)
        for term, weight in nlargest(MOST_TERMS, self._unit(terms), key=lambda one: one[1]):
            for pk, other in self._postings.get(term, ()):
                likeness[pk] += weight * other
        likeness.pop(leave_out, None)  # type: ignore[arg-type]
        near = ((like, -pk) for pk, like in likeness.items() if like >= LEAST)
        return [self.entries[-pk] for _like, pk in nlargest(number, near)]

    def _unit(self, terms: Terms) -> list[tuple[str, float]]:
        """The terms that are known here, weighed by their rarity, scaled to a length of one."""
        found = [
            (term, weight * self._rarity[term])
            for term, weight in terms.items()
            if term in self._rarity
        ]
        length = sqrt(sum(weight * weight for _term, weight in found))
        return [(term, weight / length) for term, weight in found] if length else []
