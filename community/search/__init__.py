"""French full-text search for Wagtail, with the same answers on SQLite and on PostgreSQL.

``analysis`` turns text into words, ``backend`` is what ``WAGTAILSEARCH_BACKENDS`` names, ``query``
is what views call, and ``postgres_index`` is the index that a migration adds on PostgreSQL.
"""
