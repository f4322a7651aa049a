"""What the backend takes for granted about modelsearch, some of it private.

When one of these fails after an upgrade, read the new modelsearch and adapt ``community.search``.
"""

import inspect

import pytest
from django.conf import settings
from modelsearch.backends import get_search_backend
from modelsearch.backends.base import (
    BaseSearchBackend,
    BaseSearchQueryCompiler,
    BaseSearchResults,
)
from modelsearch.query import MATCH_ALL, MATCH_NONE, MatchAll, Not

from community.search.base import AnyFilter, FrenchBackend


def parameters(function) -> list[str]:
    """Return the names of the parameters of ``function``."""
    return list(inspect.signature(function).parameters)


@pytest.fixture
def backend(db):
    """The backend for the database in use."""
    return get_search_backend("community.search.backend")


def upstream(cls: type) -> type:
    """Return the class of modelsearch that ``cls`` stands on."""
    return next(base for base in cls.__mro__ if base.__module__.startswith("modelsearch."))


def test_the_project_searches_with_this_backend():
    assert settings.WAGTAILSEARCH_BACKENDS["default"]["BACKEND"] == "community.search.backend"


def test_every_query_passes_through_search():
    assert parameters(BaseSearchBackend._search) == [
        "self",
        "query_compiler_class",
        "query",
        "model_or_queryset",
        "kwargs",
    ]
    for method in (BaseSearchBackend.search, BaseSearchBackend.autocomplete):
        assert "_search" in method.__code__.co_names


def test_matching_nothing_is_understood_by_both_engines():
    assert isinstance(MATCH_ALL, MatchAll)
    assert isinstance(MATCH_NONE, Not) and isinstance(MATCH_NONE.subquery, MatchAll)


def test_results_come_from_a_queryset(backend):
    results_class = backend.results_class
    assert issubclass(results_class, BaseSearchResults)
    assert parameters(results_class.get_queryset) == ["self"]


def test_the_compilers_are_checked_once_and_search_with_these_parameters(backend):
    assert parameters(BaseSearchQueryCompiler.check) == ["self"]
    for compiler in (backend.query_compiler_class, backend.autocomplete_query_compiler_class):
        assert compiler.check is AnyFilter.check
        assert parameters(upstream(compiler).search)[:5] == [
            "self",
            "config",
            "start",
            "stop",
            "score_field",
        ]


def test_mixins_come_before_what_they_change(backend):
    assert type(backend)._search is FrenchBackend._search


def test_add_items_builds_its_entries_with_the_global_object_indexer(backend):
    original = upstream(backend.index_class).add_items
    ours = backend.index_class.add_items
    assert "ObjectIndexer(obj, self.backend)" in inspect.getsource(original)
    assert not original.__closure__ and not original.__defaults__
    [ours] = [one.cell_contents for one in ours.__closure__ if callable(one.cell_contents)]
    assert ours.__code__ is original.__code__
    assert issubclass(ours.__globals__["ObjectIndexer"], original.__globals__["ObjectIndexer"])
    assert ours.__globals__["ObjectIndexer"] is not original.__globals__["ObjectIndexer"]


def test_the_index_table_is_the_one_we_know(backend):
    names = upstream(backend.index_class).add_items.__globals__
    table = names["IndexEntry"]._meta.db_table
    assert table == "wagtailsearch_indexentry"
    if "SQLiteFTSIndexEntry" in names:
        from django.db import connection

        with connection.cursor() as cursor:
            columns = connection.introspection.get_table_description(cursor, f"{table}_fts")
        assert [column.name for column in columns] == ["autocomplete", "body", "title"]
    else:
        indexer = upstream(names["ObjectIndexer"])
        assert parameters(indexer.as_vector) == ["self", "texts", "for_autocomplete"]
        assert backend.config == "simple" and backend.autocomplete_config == "simple"
