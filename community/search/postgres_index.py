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
PAGE_KEY = "community_search_page_key"
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


def tune_postgres(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Spare PostgreSQL its two detours, when it is one.

    What is longer than 2 kB it compresses and puts elsewhere: a search that finds most pages then
    spends half of its time fetching their words, three times over. Rows written before stay as
    they are until ``update_index``. And entries name their page by its key as text, so without an
    index on that every search reads all pages, be it to complete a word.
    """
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"ALTER TABLE {TABLE} SET (toast_tuple_target = {LARGEST_ROW})")
        schema_editor.execute(
            f"CREATE INDEX IF NOT EXISTS {PAGE_KEY} ON wagtailcore_page ((id::varchar(50)))"
        )


def untune_postgres(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Undo ``tune_postgres``."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"ALTER TABLE {TABLE} RESET (toast_tuple_target)")
        schema_editor.execute(f"DROP INDEX IF EXISTS {PAGE_KEY}")
