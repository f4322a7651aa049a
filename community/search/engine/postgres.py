"""Search on PostgreSQL: upstream's backend over text that is already analysed.

The ``simple`` configuration of every server is then enough: no extension, no dictionary, no
privilege. Make sure that the index of ``community.search.engine.postgres_index`` is there.
"""

from typing import Any

from django.db.models import Case, FloatField, Value, When
from modelsearch.backends.database.postgres import postgres

from community.search.analysis import index_text
from community.search.engine.base import NAMED, TITLE_WEIGHT, TYPED, AnyFilter, FrenchBackend
from community.search.engine.objects import Spoken, add_items_with
from community.search.engine.queries import Widened, any_word


class ObjectIndexer(Spoken, postgres.ObjectIndexer):
    """Reads what is indexed of an object, analysed."""

    def as_vector(self, texts: list[tuple[str, str]], for_autocomplete: bool = False) -> Any:
        """Return the search vector of ``texts``, which are pairs of a text and its weight."""
        analysed = [
            (index_text(text, self.languages, stemmed=not for_autocomplete), weight)
            for text, weight in texts
        ]
        return super().as_vector(analysed, for_autocomplete)


class Index(postgres.PostgresIndex):
    """The index table, filled with analysed text."""

    add_items = add_items_with(postgres.PostgresIndex, ObjectIndexer)


class Rebuilder(postgres.PostgresSearchAtomicRebuilder):
    """Rebuilds the index in one transaction."""

    def finish(self) -> None:
        """Count the words, then end the rebuild.

        PostgreSQL would do so by itself, a minute later; until then it plans the search of a common
        word as that of a rare one, and takes seconds.
        """
        with self.index.write_connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {postgres.IndexEntry._meta.db_table}")
        super().finish()


class QueryCompiler(AnyFilter, postgres.PostgresSearchQueryCompiler):
    """Looks for whole words."""

    def get_index_vectors(self, search_query: Any) -> list[tuple[Any, Any]]:
        """Return what to search, the title and the rest, each with what it counts for."""
        (title, title_norm), body = super().get_index_vectors(search_query)
        return [(title, title_norm * TITLE_WEIGHT), body]

    def build_tsrank(self, vector: Any, query: Any, config: Any = None, boost: float = 1.0) -> Any:
        """Return how well ``query`` matches, in one call however many words it has."""
        return postgres.SearchRank(
            vector, self.build_tsquery(query, config=config), weights=self.sql_weights
        )

    def _build_rank_expression(self, vectors: list[tuple[Any, Any]], config: str) -> Any:
        """Return how well an object matches: what was typed comes before its equivalents."""
        rank = self.rank(self.query, vectors, config)
        if not isinstance(self.query, Widened):
            return rank
        exact = self.query.exact
        typed = self.rank(exact, vectors, config) + Value(TYPED)
        return Case(
            When(_vector_=self.build_tsquery(exact, config=config), then=typed),
            default=rank,
            output_field=FloatField(),
        )

    def rank(self, query: Any, vectors: list[tuple[Any, Any]], config: str) -> Any:
        """Return how well an object matches ``query``, its title counting for what it holds of it.

        To PostgreSQL a title that holds all the words but one is worth nothing, though the rest of
        the page holds that one; to SQLite it is worth these words.
        """
        if len(vectors) == 1:
            ((vector, norm),) = vectors
            return self.build_tsrank(vector, query, config) * norm
        (title, title_norm), (body, norm) = vectors
        of_title = self.build_tsrank(title, any_word(query), config) * title_norm
        of_body = self.build_tsrank(body, query, config) * norm
        return of_title + of_body + self.named(query, config)

    def named(self, query: Any, config: str) -> Case:
        """Return what an object has for a title that alone answers ``query``."""
        return Case(
            When(index_entries__title=self.build_tsquery(query, config=config), then=Value(NAMED)),
            default=Value(0.0),
            output_field=FloatField(),
        )

    def get_fields_vectors(self, search_query: Any) -> list[tuple[Any, Any]]:
        """Return what to search when fields are given, that is the title alone.

        Upstream reads the model's own column, where the text is not analysed.
        """
        return self.get_index_vectors(search_query)[:1]


class AutocompleteQueryCompiler(AnyFilter, postgres.PostgresAutocompleteQueryCompiler):
    """Looks for the beginning of a word."""


class SearchBackend(FrenchBackend, postgres.PostgresSearchBackend):
    """French search on PostgreSQL."""

    index_class = Index
    atomic_rebuilder_class = Rebuilder
    query_compiler_class = QueryCompiler
    autocomplete_query_compiler_class = AutocompleteQueryCompiler

    def __init__(self, params: dict[str, Any]) -> None:
        """Set up the backend; ``params`` are those of ``WAGTAILSEARCH_BACKENDS``."""
        super().__init__({**params, "SEARCH_CONFIG": "simple"})
