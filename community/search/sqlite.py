"""Search on SQLite: upstream's FTS5 backend over analysed text, ranked in one pass."""

from functools import cached_property
from typing import Any

from django.db.models import FloatField, Func, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce
from modelsearch.backends.database.sqlite import sqlite
from modelsearch.backends.database.sqlite.query import MatchExpression, normalize
from modelsearch.query import MatchAll, Not
from modelsearch.utils import get_descendants_content_types_pks

from community.search.analysis import index_text
from community.search.base import NAMED, TITLE_WEIGHT, TYPED, AnyFilter, FrenchBackend
from community.search.objects import Spoken, add_items_with
from community.search.queries import Widened

ENTRY_TABLE = sqlite.IndexEntry._meta.db_table
FTS_TABLE = sqlite.SQLiteFTSIndexEntry._meta.db_table

# The weights are those of the columns: completion, body, title. bm25 is the lower, the better.
RANK = (
    f"-bm25({FTS_TABLE}, 1, 1, 0) - {TITLE_WEIGHT} * entry.title_norm * bm25({FTS_TABLE}, 0, 0, 1)"
)


class ObjectIndexer(Spoken, sqlite.ObjectIndexer):
    """Reads what is indexed of an object, analysed."""

    @cached_property
    def title(self) -> str:
        """The words of the title."""
        return index_text(super().title, self.languages)

    @cached_property
    def body(self) -> str:
        """The words of everything else."""
        return index_text(super().body, self.languages)

    @cached_property
    def autocomplete(self) -> str:
        """The words that may be completed, which stay whole."""
        return index_text(super().autocomplete, stemmed=False)


class Index(sqlite.SQLiteIndex):
    """The index table, filled with analysed text."""

    add_items = add_items_with(sqlite.SQLiteIndex, ObjectIndexer)


class Score(Func):
    """How well an object matches: the higher, the better; nothing when it does not.

    The full-text query runs once, and each row looks its score up. Nothing may be left to SQLite's
    planner there: without statistics it would run that query again for each row, as upstream does,
    which takes 40 seconds for a common word on 10,000 pages.
    """

    output_field = FloatField()
    sql = f"""(
        WITH hit(object_id, score) AS MATERIALIZED (
            SELECT entry.object_id, {RANK}
            FROM {FTS_TABLE} CROSS JOIN {ENTRY_TABLE} AS entry ON entry.id = {FTS_TABLE}.rowid
            WHERE %(match)s AND entry.content_type_id IN (%(types)s)
        )
        SELECT score FROM hit WHERE object_id = %(key)s
    )"""

    def __init__(self, match: MatchExpression, content_types: list[int]) -> None:
        """Take the full-text condition and the content types that the object may have."""
        super().__init__(Cast("pk", TextField()))
        self.match = match
        self.content_types = content_types

    def as_sql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, list[Any]]:
        """Return the SQL of the score and its parameters."""
        match, match_params = compiler.compile(self.match)
        key, key_params = compiler.compile(self.source_expressions[0])
        types = ", ".join(["%s"] * len(self.content_types))
        sql = self.sql % {"match": match, "types": types, "key": key}
        return sql, [*match_params, *self.content_types, *key_params]


class LinearSearch:
    """Mixin for a query compiler of modelsearch: the same results, in linear time."""

    def search(
        self, config: None, start: int, stop: int | None, score_field: str | None = None
    ) -> QuerySet:
        """Return the objects that match from ``start`` to ``stop``, best first if it was asked for.

        ``score_field`` names an attribute to put the score in. Objects found for what they do not
        hold have no score, and no order but the queryset's.
        """
        query = normalize(self.query)
        wanted = not isinstance(query, Not)
        query = query if wanted else query.subquery
        if isinstance(query, MatchAll):
            return (self.queryset if wanted else self.queryset.none())[start:stop]

        columns = self.fields or self.FTS_TABLE_FIELDS
        match = MatchExpression(columns, self.build_search_query(query))
        content_types = get_descendants_content_types_pks(self.queryset.model)
        entries = sqlite.IndexEntry.objects.filter(
            pk__in=sqlite.SQLiteFTSIndexEntry.objects.filter(match).values("pk"),
            content_type__in=content_types,
        )
        found = Q(pk__in=entries.values("object_id"))
        results = self.queryset.filter(found if wanted else ~found)
        # Counting needs no score, and making one is most of the work here.
        if wanted and (score_field or self.order_by_relevance):
            score = self.score(match, columns, content_types)
            if score_field:
                results = results.annotate(**{score_field: score})
            if self.order_by_relevance:
                results = results.order_by(score.desc(), "-pk")
        if not results.query.order_by:
            # Something stable, or pages of results could overlap.
            results = results.order_by("-pk")
        return results[start:stop]

    def score(self, match: MatchExpression, columns: list[str], content_types: list[int]) -> Any:
        """Return how well an object matches: what was typed comes before its equivalents."""
        score = self.with_title(Score(match, content_types), self.query, columns, content_types)
        if not isinstance(self.query, Widened):
            return score
        exact = MatchExpression(columns, self.build_search_query(normalize(self.query.exact)))
        typed = Score(exact, content_types) + Value(TYPED)
        return Coalesce(
            self.with_title(typed, self.query.exact, columns, content_types),
            score,
        )

    def with_title(
        self, score: Any, query: Any, columns: list[str], content_types: list[int]
    ) -> Any:
        """Return ``score``, with more for an object whose title alone answers ``query``."""
        if "title" not in columns or len(columns) == 1:
            return score
        match = MatchExpression(["title"], self.build_search_query(normalize(query)))
        named = Score(match, content_types) * Value(0.0) + Value(NAMED)
        return score + Coalesce(named, Value(0.0))


class QueryCompiler(AnyFilter, LinearSearch, sqlite.SQLiteSearchQueryCompiler):
    """Looks for whole words."""


class AutocompleteQueryCompiler(AnyFilter, LinearSearch, sqlite.SQLiteAutocompleteQueryCompiler):
    """Looks for the beginning of a word."""


class SearchBackend(FrenchBackend, sqlite.SQLiteSearchBackend):
    """French search on SQLite."""

    index_class = Index
    query_compiler_class = QueryCompiler
    autocomplete_query_compiler_class = AutocompleteQueryCompiler
