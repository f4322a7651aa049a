"""The search backend of the project: name this module as ``BACKEND`` in ``WAGTAILSEARCH_BACKENDS``."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from modelsearch.backends.base import BaseSearchBackend


def SearchBackend(params: dict[str, Any]) -> BaseSearchBackend:  # noqa: N802 - modelsearch's name
    """Return the backend for the default database, set up with ``params``.

    Only the module of that database can be imported: modelsearch defines the models of one.
    Raise ``ImproperlyConfigured`` on a database other than SQLite and PostgreSQL.
    """
    if connection.vendor == "sqlite":
        from community.search import sqlite as engine
    elif connection.vendor == "postgresql":
        from community.search import postgres as engine
    else:
        raise ImproperlyConfigured(f"French search does not know {connection.vendor} databases.")
    return engine.SearchBackend(params)
