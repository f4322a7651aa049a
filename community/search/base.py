"""What the two databases share: how a query is read before modelsearch turns it into SQL."""

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

from community.search.analysis import every_language, terms
from community.search.queries import Stem, StemPhrase, Widened, phrased, worded
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

NAMED = 200_000.0
"""What is added to the score of whatever holds all the words in its title, whatever its length.

Somebody who types half of a long title, or a name and a year, has this page in mind; without it,
short titles that hold one of the words would come first. Less than ``TYPED``, more than any score.
"""


def analysed(query: str | SearchQuery, operator: str | None = None) -> SearchQuery:
    """Return ``query`` with its texts as the index holds them, or what matches nothing.

    A text is read in every language of the site: a search that knows its language says so with
    ``queries.worded``. Parts without a letter or a digit are dropped: upstream fails on an empty
    part.
    """
    match query:
        case Stem() | StemPhrase():
            return query
        case str():
            return worded(query, every_language(), operator)
        case PlainText():
            return worded(query.query_string, every_language(), query.operator)
        case Phrase():
            return phrased(query.query_string, every_language())
        case Widened():
            return Widened([analysed(part) for part in query.subqueries], analysed(query.exact))
        case And() | Or():
            parts = [part for one in query.subqueries if (part := analysed(one)) is not MATCH_NONE]
            return type(query)(parts) if parts else MATCH_NONE
        case Not():
            part = analysed(query.subquery)
            return MATCH_ALL if part is MATCH_NONE else Not(part)
        case Boost():
            return analysed(query.subquery)
    return query


def whole(query: str | SearchQuery) -> str | SearchQuery:
    """Return ``query`` for completion while typing: whole words, the last may be a beginning."""
    match query:
        case str():
            return " ".join(terms(query)) or MATCH_NONE
        case PlainText():
            text = " ".join(terms(query.query_string))
            return PlainText(text, operator=query.operator) if text else MATCH_NONE
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
            analysed(query, options.get("operator")) if stemmed else whole(query),
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
