"""The index that modelsearch's queries need on PostgreSQL and that its migrations do not create.

It searches the title and the body of its index entries together. Without an index on that very
expression, PostgreSQL may try every pair of entry and page: half a minute for two common words on
10,000 pages. A migration of an installed app runs it::

    dependencies = [("wagtailsearch", "0010_add_text_fields")]
    operations = [migrations.RunPython(create_postgres_index, drop_postgres_index)]

It does nothing on other databases.
"""

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

INDEX = "community_search_title_body"
TABLE = "wagtailsearch_indexentry"
LARGEST_ROW = 8160
"""Bytes that a row may have in a page of 8 kB, the largest that PostgreSQL takes here."""


def create_postgres_index(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Create the index, on PostgreSQL only."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            f"CREATE INDEX IF NOT EXISTS {INDEX} ON {TABLE} USING gin ((title || body))"
        )


def drop_postgres_index(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Drop the index, on PostgreSQL only."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP INDEX IF EXISTS {INDEX}")


def keep_words_in_rows(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Keep the words of a page in its row of the index, on PostgreSQL only.

    PostgreSQL compresses what is longer than 2 kB and puts it elsewhere; a search that finds most
    pages then spends more than half of its time fetching their words, three times over. Rows
    written before stay as they are until ``update_index``.
    """
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"ALTER TABLE {TABLE} SET (toast_tuple_target = {LARGEST_ROW})")


def let_words_out_of_rows(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Store the words as PostgreSQL does by itself, on PostgreSQL only."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"ALTER TABLE {TABLE} RESET (toast_tuple_target)")
