"""Words that search takes for one another: campus, site, centre."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from modelsearch.query import And, Or, Phrase, PlainText, SearchQuery

from community.search.analysis import STOP_WORDS, stem, words_of

MOST_WORDS = 16
MOST_WIDENED = 4
"""Words of one query that also find their equivalents; more would only slow the search down."""

MOST_EQUIVALENTS = 6


class SearchSynonyms:
    """Groups of words or phrases that mean the same; make it once and keep it."""

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        """Take the groups as people write them; what holds no word is left out."""
        self._groups: dict[tuple[str, ...], dict[tuple[str, ...], str]] = {}
        for group in groups:
            keyed = {key: name for name in group if (key := _key(name))}
            for key in keyed:
                self._groups.setdefault(key, {}).update(keyed)
        self.longest = max(map(len, self._groups), default=0)

    def equivalents(self, stems: tuple[str, ...]) -> dict[tuple[str, ...], str]:
        """Return the other members of the groups of these stemmed words, by their own stems."""
        members = self._groups.get(stems, {})
        return {key: name for key, name in members.items() if key != stems}


class Widened(And):
    """A query and its equivalents; what matches ``exact``, as it was typed, comes first."""

    def __init__(self, subqueries: list[SearchQuery], exact: SearchQuery) -> None:
        super().__init__(subqueries)
        self.exact = exact


@dataclass(frozen=True)
class Widening:
    """What is looked for in place of a text, and the words that were not in it."""

    query: SearchQuery
    also: tuple[str, ...]


def widening(text: str, known: Iterable[SearchSynonyms]) -> Widening | None:
    """Return ``text`` with the equivalents of its words, ``None`` when it has none."""
    synonyms = list(known)
    longest = max((one.longest for one in synonyms), default=0)
    words = [word for word in words_of(text) if word not in STOP_WORDS][:MOST_WORDS]
    stems = [stem(word) for word in words]
    parts: list[SearchQuery] = []
    also: list[str] = []
    widened = place = 0
    while place < len(words):
        length, names = 1, []
        if widened < MOST_WIDENED:
            length, names = _longest(stems[place : place + longest], synonyms)
        typed = PlainText(" ".join(words[place : place + length]))
        if names:
            widened += 1
            also += [name for name in names if name not in also]
            typed = Or([typed, *(_as_query(name) for name in names)])
        parts.append(typed)
        place += length
    return Widening(Widened(parts, PlainText(" ".join(words))), tuple(also)) if also else None


def _longest(stems: list[str], synonyms: list[SearchSynonyms]) -> tuple[int, list[str]]:
    """Return how many of the first words have equivalents together, and these."""
    for length in range(len(stems), 0, -1):
        found: dict[tuple[str, ...], str] = {}
        for one in synonyms:
            found |= one.equivalents(tuple(stems[:length]))
        if found:
            return length, list(found.values())[:MOST_EQUIVALENTS]
    return 1, []


def _key(name: str) -> tuple[str, ...]:
    words = words_of(name)
    return tuple(stem(word) for word in [w for w in words if w not in STOP_WORDS] or words)


def _as_query(name: str) -> SearchQuery:
    return Phrase(name) if len(words_of(name)) > 1 else PlainText(name)
