"""Searching: the functions that views call, on any indexed model."""

from django.db.models import QuerySet
from modelsearch.backends import get_search_backend
from modelsearch.query import SearchQuery

from community.pages.visibility import active_language
from community.search.asking import Asked, Step, asking
from community.search.queries import worded
from community.search.synonyms import Widening
from community.search.wider import wider_search

__all__ = ["Asked", "Step", "asking", "scored", "search_pages", "wider_search"]


def search_pages(queryset: QuerySet, text: str, wider: Widening | None = None) -> QuerySet:
    """Return the objects of ``queryset`` that match every word of ``text``, the best first.

    ``queryset`` is of any indexed model, may be filtered on anything and must not be sliced. What
    comes back is an ordinary queryset: to page, count, filter further, or sort another way. Any
    text will do, read in the active language; one without a letter or a digit finds nothing. With
    ``wider`` (see :func:`wider_search`), an equivalent of a word does as well as the word; what
    holds the words themselves comes first.
    """
    query = wider.query if wider else worded(text, [active_language()])
    return get_search_backend().search(query, queryset).get_queryset()


def scored(queryset: QuerySet, query: str | SearchQuery, name: str = "score") -> QuerySet:
    """Return the objects of ``queryset`` that match ``query``, each with its score as ``name``.

    ``query`` is a text, or what a :class:`Step` of a search looks for. The score is a float: the
    higher, the better, and comparable between models on one database; whatever holds the words as
    they were typed has more than what only holds an equivalent. The queryset is an ordinary one in
    no order: sort it by ``-score``, or unite the ``values_list()`` of several with ``union()``
    and sort that. It must not be sliced before.
    """
    if isinstance(query, str):
        query = worded(query, [active_language()])
    return get_search_backend().scored(queryset, query, name)
