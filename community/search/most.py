"""Most of the words of a question, when nothing holds them all."""

from modelsearch.query import And, Or, SearchQuery

from community.search.queries import Widened

MOST_WORDS = 12
"""Words of a question that are looked at; the query grows faster than their number."""


def most_of(query: SearchQuery) -> Widened | None:
    """Return a query for half of the parts of ``query`` or more; all but one of them come first.

    None when it has fewer than two parts: there is nothing to leave out.
    """
    parts = query.subqueries[:MOST_WORDS] if isinstance(query, And) else []
    if len(parts) < 2:
        return None
    half = (len(parts) + 1) // 2
    return Widened([at_least(half, parts)], at_least(len(parts) - 1, parts))


def at_least(number: int, parts: list[SearchQuery]) -> SearchQuery:
    """Return a query for what matches ``number`` of ``parts`` or more; 1 ≤ number ≤ their number.

    So many from one half and the rest from the other: that stays small, unlike listing all ways
    to choose them.
    """
    if number == len(parts):
        return And(parts) if number > 1 else parts[0]
    if number == 1:
        return Or(parts)
    middle = len(parts) // 2
    first, second = parts[:middle], parts[middle:]
    ways: list[SearchQuery] = []
    for from_first in range(number + 1):
        from_second = number - from_first
        if from_first > len(first) or from_second > len(second):
            continue
        some = [at_least(from_first, first)] if from_first else []
        some += [at_least(from_second, second)] if from_second else []
        ways.append(And(some) if len(some) > 1 else some[0])
    return Or(ways) if len(ways) > 1 else ways[0]
