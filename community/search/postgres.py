"""Search on PostgreSQL: upstream's backend over text that is already analysed.

The ``simple`` configuration of every server is then enough: no extension, no dictionary, no
privilege. Make sure that the index of ``community.search.postgres_index`` is there.
"""

from typing import Any

from modelsearch.backends.database.postgres import postgres

from community.search.analysis import index_text
from community.search.base import AnyFilter, FrenchBackend, add_items_with


class ObjectIndexer(postgres.ObjectIndexer):
    """Reads what is indexed of an object, analysed."""

    def as_vector(self, texts: list[tuple[str, str]], for_autocomplete: bool = False) -> Any:
        """Return the search vector of ``texts``, which are pairs of a text and its weight."""
        analysed = [(index_text(text, stemmed=not for_autocomplete), w) for text, w in texts]
        return super().as_vector(analysed, for_autocomplete)


class Index(postgres.PostgresIndex):
    """The index table, filled with analysed text."""

    add_items = add_items_with(postgres.PostgresIndex, ObjectIndexer)


class QueryCompiler(AnyFilter, postgres.PostgresSearchQueryCompiler):
    """Looks for whole words."""

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
    query_compiler_class = QueryCompiler
    autocomplete_query_compiler_class = AutocompleteQueryCompiler

    def __init__(self, params: dict[str, Any]) -> None:
        """Set up the backend; ``params`` are those of ``WAGTAILSEARCH_BACKENDS``."""
        super().__init__({**params, "SEARCH_CONFIG": "simple"})
