"""The graph of reuse around a page, read in a number of queries that does not grow."""

from collections import defaultdict, deque
from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest

from community.pages import visible

from ..models import DefiPage, DefiTerritory, PrototypeDefi, PrototypePage, Reprise

#: So many pages around one are looked at: a drawing with more says nothing.
MOST = 150

Edges = dict[int, set[int]]
Pair = tuple[int, int]


class Graph:
    """Visible pages by key, and for each the keys of those that come of it.

    ``doubtful`` are the ties, from origin to taker, that no source states.
    """

    def __init__(
        self, pages: dict[int, Any], pairs: Iterable[Pair], doubtful: frozenset[Pair]
    ) -> None:
        self.pages, self.doubtful = pages, doubtful
        self.children: Edges = defaultdict(set)
        self.parents: Edges = defaultdict(set)
        for origin, taker in pairs:
            if origin in pages and taker in pages and origin != taker:
                self.children[origin].add(taker)
                self.parents[taker].add(origin)


def graph_around(page: DefiPage | PrototypePage, request: HttpRequest) -> Graph:
    """Return the pages that are tied to ``page`` by reuse, through visible pages alone.

    A défi is tied to its prototypes that somebody took up, and to ``page``. What the visitor may
    not see is not there, nor what only hangs on it. Six queries at most.
    """
    pairs, doubtful = _pairs(page)
    near = _near(page.pk, pairs)
    territories = Prefetch("territories", DefiTerritory.objects.select_related("territory"))
    pages = {
        one.pk: one
        for model in (DefiPage, PrototypePage)
        for one in visible(request, model)
        .filter(pk__in=near)
        .select_related("locale", "edition", "campus__territory")
        .prefetch_related(*([territories] if model is DefiPage else []))
    }
    seen = [(origin, taker) for origin, taker in pairs if origin in pages and taker in pages]
    reached = _near(page.pk, seen)
    return Graph({key: one for key, one in pages.items() if key in reached}, seen, doubtful)


def _pairs(page: DefiPage | PrototypePage) -> tuple[list[Pair], frozenset[Pair]]:
    """Every tie of reuse of the site, from the origin to the taker; and those in doubt."""
    rows = Reprise.objects.order_by("pk").values_list("page_id", "defi_id", "prototype_id")
    pairs = [(key, taker) for taker, *origins in rows for key in origins if key]
    prototypes = {key for _taker, _defi, key in rows if key} | {page.pk}
    ties = PrototypeDefi.objects.filter(page__in=prototypes).order_by("pk")
    born = {(tie.defi_id, tie.page_id): tie.confirmed for tie in ties}
    return [*pairs, *born], frozenset(pair for pair, sure in born.items() if not sure)


def _near(start: int, pairs: list[Pair]) -> set[int]:
    """The keys that can be reached from ``start``, both ways, the nearest first."""
    ties: Edges = defaultdict(set)
    for one, other in pairs:
        ties[one].add(other)
        ties[other].add(one)
    found, waiting = {start}, deque([start])
    while waiting:
        for key in sorted(ties[waiting.popleft()] - found):
            if len(found) == MOST:
                return found
            found.add(key)
            waiting.append(key)
    return found
