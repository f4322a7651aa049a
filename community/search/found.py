"""Everything that a search finds, pages and the rest, as one ranked list made by the database."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Count, F, FloatField, IntegerField, QuerySet, Value, Window
from django.db.models.functions import RowNumber
from modelsearch.backends import get_search_backend
from modelsearch.query import SearchQuery

from .query import scored

#: A row of the list: the key of a content type, that of the object, the score.
Row = tuple[int, int, float]


def counts_by_type(querysets: Iterable[QuerySet], query: SearchQuery | None) -> dict[int, int]:
    """Return how many objects match, by the key of their content type: one query.

    The querysets have a column ``type_key``; without a ``query`` everything matches.
    """
    counted = [
        matching(objects, query).order_by().values_list("type_key").annotate(number=Count("pk"))
        for objects in querysets
    ]
    rows = counted[0].union(*counted[1:], all=True) if counted else ()
    return {key: number for key, number in rows if number}


def matching(objects: QuerySet, query: SearchQuery | None) -> QuerySet:
    """Return those of ``objects`` that match ``query``, in no order; all of them without one."""
    if query is None:
        return objects
    found = get_search_backend().search(query, objects, order_by_relevance=False)
    return found.get_queryset().order_by()


def ranked(querysets: Iterable[QuerySet], query: SearchQuery | None) -> QuerySet:
    """Return the rows of all that matches, best first, as one queryset to slice."""
    return _united([_with_score(objects, query) for objects in querysets])


def first_of_each(
    querysets: Iterable[QuerySet], query: SearchQuery | None, number: int
) -> QuerySet:
    """Return the rows of the best ``number`` results of each type, best first: one query."""
    place = Window(RowNumber(), partition_by=F("type_key"), order_by=["-score", "-pk"])
    return _united(
        [
            _with_score(objects, query).annotate(place=place).filter(place__lte=number)
            for objects in querysets
        ]
    )


def _with_score(objects: QuerySet, query: SearchQuery | None) -> QuerySet:
    if query is None:
        return objects.order_by().annotate(score=Value(0.0, FloatField()))
    return scored(objects, query)


def _united(querysets: Sequence[QuerySet]) -> QuerySet:
    rows = [one.select_related(None).values_list("type_key", "pk", "score") for one in querysets]
    united = rows[0].union(*rows[1:], all=True)
    # Columns by number would do; a union knows those of its first query by name.
    return united.order_by("-score", "type_key", "-pk")


def typed(objects: QuerySet, key: int | None = None) -> QuerySet:
    """Return ``objects`` with the key of their content type, their own when ``key`` is None."""
    types: Any = F("content_type_id") if key is None else Value(key, IntegerField())
    return objects.annotate(type_key=types)
