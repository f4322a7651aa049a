"""Makes the database that the tests stand on. Runs in a process of its own.

    DATABASE_URL=… python -m tests.fill <folder>

Migrates the database, keeps an SQLite one as it then is, and loads the demonstration with its
uploads in ``<folder>/media``.
"""

import logging
import sys
from pathlib import Path

import django


def main(folder: Path) -> None:
    """Make the tables, then the content."""
    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.test import override_settings

    from tests.demonstration import load_demonstration
    from tests.migrated import remember_migrated

    logging.disable(logging.WARNING)
    with override_settings(VAR_DIR=folder, MEDIA_ROOT=folder / "media"):
        call_command("migrate", verbosity=0)
        remember_migrated()
        load_demonstration()
    if connection.vendor == "sqlite":
        # One file, with nothing beside it, can be copied.
        connection.cursor().execute("PRAGMA journal_mode=DELETE")
    elif connection.vendor == "postgresql":
        # A server does so by itself after a minute, which these databases do not live to see;
        # without it, what refers to a page is looked for at four times the price.
        connection.cursor().execute("ANALYZE")
    connection.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
