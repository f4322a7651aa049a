"""Words that search takes for one another: campus, site, centre."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from modelsearch.query import And, Or, SearchQuery

from community.pages.visibility import active_language
from community.search.analysis import Slot, slots
from community.search.queries import Stem, Widened, any_of, phrased

MOST_WIDENED = 4
"""Words of one query that also find their equivalents; more would only slow the search down."""

MOST_EQUIVALENTS = 6

Stems = tuple[str, ...]


class SearchSynonyms:
    """Groups of words or phrases that mean the same; make it once and keep it."""

    def __init__(self, groups: Iterable[Sequence[str]], language: str = "") -> None:
        """Take the groups as people write them; what holds no word is left out.

        ``language`` is the code of the language that the words are of, the active one by default.
        """
        self.names: list[str] = []
        self._groups: dict[Stems, dict[Stems, str]] = {}
        self._as_one: dict[Stems, Stems] = {}
        language = language or active_language()
        for group in groups:
            read = [(slots(name, [language]), name) for name in group]
            self.names += [name for words, name in read if words]
            keyed = {_key(words): name for words, name in read if words}
            for key in keyed:
                self._groups.setdefault(key, {}).update(keyed)
            for words, _name in read:
                # What is written co-construction may be typed in one word.
                for one in in_one(words):
                    self._as_one.setdefault((one,), _key(words))
        self.longest = max(map(len, self._groups), default=0)

    def equivalents(self, stems: Stems) -> dict[Stems, str]:
        """Return the other members of the groups of these stemmed words, by their own stems."""
        own = stems if stems in self._groups else self._as_one.get(stems, stems)
        return {key: name for key, name in self._groups.get(own, {}).items() if key != own}


@dataclass(frozen=True)
class Widening:
    """What is looked for in place of a text, and the words that were not in it."""

    query: Widened
    also: tuple[str, ...]


def widening(text: str, known: Iterable[SearchSynonyms]) -> Widening | None:
    """Return ``text`` with the equivalents of its words, ``None`` when it has none.

    The words are read in the active language.
    """
    language = active_language()
    synonyms = list(known)
    longest = max((one.longest for one in synonyms), default=0)
    words = slots(text, [language])
    stems = [slot[0] for slot in words]
    parts: list[SearchQuery] = []
    also: list[str] = []
    widened = place = 0
    while place < len(words):
        length, names = 1, list[str]()
        if widened < MOST_WIDENED:
            length, names = _longest(stems[place : place + longest], synonyms)
        typed: list[SearchQuery] = [any_of(slot) for slot in words[place : place + length]]
        if names:
            widened += 1
            also += [name for name in names if name not in also]
            typed = [Or([And(typed), *(_as_query(name, language) for name in names)])]
        parts += typed
        place += length
    exact = And([any_of(slot) for slot in words])
    return Widening(Widened(parts, exact), tuple(also)) if also else None


def in_one(words: list[Slot]) -> set[str]:
    """Return the stems that stand for all these words at once, written as one."""
    return set(words[0][1:]).intersection(*(slot[1:] for slot in words)) if words else set()


def _longest(stems: list[str], synonyms: list[SearchSynonyms]) -> tuple[int, list[str]]:
    """Return how many of the first words have equivalents together, and these."""
    for length in range(len(stems), 0, -1):
        found: dict[Stems, str] = {}
        for one in synonyms:
            found |= one.equivalents(tuple(stems[:length]))
        if found:
            return length, list(found.values())[:MOST_EQUIVALENTS]
    return 1, []


def _key(words: list[Slot]) -> Stems:
    return tuple(slot[0] for slot in words)


def _as_query(name: str, language: str) -> SearchQuery:
    words = slots(name, [language])
    if len(words) == 1:
        return any_of(words[0])
    return Or([phrased(name, [language]), *(Stem(one) for one in in_one(words))])
