"""The project's search backend: ``WAGTAILSEARCH_BACKENDS`` names this module as ``BACKEND``."""

from importlib import import_module
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from modelsearch.backends.base import BaseSearchBackend

ENGINES = {
    "postgresql": "community.search.engine.postgres",
    "sqlite": "community.search.engine.sqlite",
}


def SearchBackend(params: dict[str, Any]) -> BaseSearchBackend:  # noqa: N802 - modelsearch's name
    """Return the backend for the default database, set up with ``params``.

    Only the module of that database can be imported: modelsearch defines the models of one.
    Raise ``ImproperlyConfigured`` on a database other than SQLite and PostgreSQL.
    """
    if connection.vendor not in ENGINES:
        raise ImproperlyConfigured(f"French search does not know {connection.vendor} databases.")
    return import_module(ENGINES[connection.vendor]).SearchBackend(params)
