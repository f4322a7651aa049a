"""What the two databases share: how a query is read before modelsearch turns it into SQL."""

from collections.abc import Callable, Iterable
from types import FunctionType
from typing import Any

from django.db.models import FloatField, QuerySet, Value
from modelsearch.query import (
    MATCH_ALL,
    MATCH_NONE,
    And,
    Boost,
    Not,
    Or,
    Phrase,
    PlainText,
    SearchQuery,
)

from community.search.analysis import LONGEST_QUERY, index_text, terms
from community.search.synonyms import Widened
from community.search.together import waits

TITLE_WEIGHT = 10
"""What a word counts for in a title of average length, when it counts for 1 in the body.

A shorter title counts for more. Enough for any title to come before pages that only repeat the
word, on both databases, whatever boosts the models give to their other fields.
"""

TYPED = 1_000_000.0
"""What is added to the score of whatever holds the words as they were typed.

More than any score: bm25 with a title of one word stays below a hundred thousand.
"""


def analysed(query: str | SearchQuery, *, stemmed: bool) -> str | SearchQuery:
    """Return ``query`` with its texts as the index holds them, or what matches nothing.

    ``stemmed`` says whether whole words are looked for, or completion while typing. Parts without a
    letter or a digit are dropped: upstream fails on an empty part.
    """
    match query:
        case str():
            return " ".join(terms(query, stemmed=stemmed)) or MATCH_NONE
        case PlainText():
            text = " ".join(terms(query.query_string, stemmed=stemmed))
            return PlainText(text, operator=query.operator) if text else MATCH_NONE
        case Phrase():
            text = index_text(query.query_string[:LONGEST_QUERY], stemmed=stemmed)
            return Phrase(text) if text else MATCH_NONE
        case Widened():
            parts = [analysed(part, stemmed=stemmed) for part in query.subqueries]
            return Widened(parts, analysed(query.exact, stemmed=stemmed))
        case And() | Or():
            parts = [analysed(part, stemmed=stemmed) for part in query.subqueries]
            parts = [part for part in parts if part is not MATCH_NONE]
            return type(query)(parts) if parts else MATCH_NONE
        case Not():
            part = analysed(query.subquery, stemmed=stemmed)
            return MATCH_ALL if part is MATCH_NONE else Not(part)
        case Boost():
            return analysed(query.subquery, stemmed=stemmed)
    return query


class FrenchBackend:
    """Mixin for a modelsearch backend: analyses every query as the indexed text was."""

    def add(self, obj: Any) -> None:
        """Put ``obj`` in the index, now or with the others of the same work."""
        if not waits():
            super().add(obj)

    def scored(self, queryset: QuerySet, query: str | SearchQuery, name: str) -> QuerySet:
        """Return what matches ``query``, with its score as ``name``; see ``query.scored``."""
        results = self._search(self.query_compiler_class, query, queryset)
        found = results.annotate_score(name).get_queryset().order_by()
        if name in found.query.annotations:
            return found
        return found.annotate(**{name: Value(0.0, FloatField())})

    def _search(
        self, query_compiler_class: type, query: Any, model_or_queryset: Any, **options: Any
    ) -> Any:
        """Search for ``query`` as analysed; see ``BaseSearchBackend._search``.

        The index tells the title from the rest and nothing else, so a search may be limited to
        ``fields=["title"]``; other limits are ignored.
        """
        stemmed = query_compiler_class is self.query_compiler_class
        fields = options.pop("fields", None)
        if fields is not None and len(fields) and not (stemmed and list(fields) == ["title"]):
            fields = None
        return super()._search(
            query_compiler_class,
            analysed(query, stemmed=stemmed),
            model_or_queryset,
            fields=fields,
            **options,
        )


class AnyFilter:
    """Mixin for a query compiler: the queryset may be filtered and sorted on anything.

    Upstream allows only the ``FilterField``s of the model, as search servers need. A database does
    not: facets on tags or on relations may be combined with a search.
    """

    def check(self) -> None:
        """Accept the queryset as it is."""


def add_items_with(index_class: type, indexer_class: type) -> Callable[[Any, type, Iterable], None]:
    """Return the ``add_items`` method of ``index_class``, reading objects with ``indexer_class``.

    Upstream names its ``ObjectIndexer`` as a global of the module and offers no other way in. This
    is the same code with that one name bound to another class, and nothing changes for other users
    of the module.
    """
    original = index_class.add_items
    names = {**original.__globals__, "ObjectIndexer": indexer_class}
    return FunctionType(original.__code__, names, original.__name__)
