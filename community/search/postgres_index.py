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
