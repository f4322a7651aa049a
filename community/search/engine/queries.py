"""Queries made of words already analysed, which the search backends take as they are."""

from collections.abc import Sequence

from modelsearch.query import MATCH_NONE, And, Not, Or, Phrase, PlainText, SearchQuery

from community.search.analysis import Slot, phrase, slots


class Stem(PlainText):
    """One word as the index holds it."""


class StemPhrase(Phrase):
    """Words that follow each other, as the index holds them."""


class Widened(And):
    """A query and its equivalents; what matches ``exact``, as it was typed, comes first."""

    def __init__(self, subqueries: list[SearchQuery], exact: SearchQuery) -> None:
        super().__init__(subqueries)
        self.exact = exact


def worded(text: str, languages: Sequence[str], operator: str | None = None) -> SearchQuery:
    """Return a query for every word of ``text``, or for any of them when ``operator`` is "or".

    The words are read in ``languages``: those of the pages that are searched.
    """
    parts = [any_of(slot) for slot in slots(text, languages)]
    if not parts:
        return MATCH_NONE
    return Or(parts) if (operator or "").lower() == "or" else And(parts)


def any_word(query: SearchQuery) -> SearchQuery:
    """Return a query for what holds at least one of the words or phrases of ``query``."""
    if not isinstance(query, And | Or):
        return query
    parts = [any_word(part) for part in query.subqueries if not isinstance(part, Not)]
    return Or(parts) if len(parts) > 1 else (parts or [query])[0]


def phrased(text: str, languages: Sequence[str]) -> SearchQuery:
    """Return a query for the words of ``text`` in their order."""
    ways = dict.fromkeys(way for one in languages if (way := phrase(text, one)))
    return Or([StemPhrase(way) for way in ways]) if ways else MATCH_NONE


def any_of(slot: Slot) -> SearchQuery:
    """Return a query for what may stand for one word."""
    stems: list[SearchQuery] = [Stem(stem) for stem in slot]
    return Or(stems) if len(stems) > 1 else stems[0]
