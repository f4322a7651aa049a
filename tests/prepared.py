"""The database of each process of the tests: made once, then copied.

The first process to come has it migrated and filled with the demonstration; the others wait for
it, and so does nobody in the next run, as long as nothing that makes it has changed. On SQLite it
is kept in ``var/test``; on PostgreSQL it is one more database, which serves as a template.

    DATABASE_URL=postgres://… python -m tests.prepared

makes the template beforehand: continuous integration does, while it has a core to spare.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection, connections

from community.settings import environment as env
from tests import postgres
from tests.demonstration import content_digest
from tests.kept import FOLDER, kept
from tests.migrated import migrated_copy, schema_digest

NAME = "demonstration"


@contextmanager
def prepared_database(folder: Path, stale: bool = False) -> Iterator[None]:
    """Put the filled database where this process of the tests has its own.

    ``folder`` is this process's own. Django must keep the database that it finds. With ``stale``
    a demonstration that other code has made will do, if its tables are the same (SQLite only).
    """
    if connection.vendor == "sqlite":
        path = folder / "test.sqlite3"
        settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = str(path)
        copy_demonstration(path, Path(settings.MEDIA_ROOT), stale)
        yield
        return
    config, own = settings.DATABASES["default"], connection.creation._get_test_db_name()
    template, media = postgres_template()
    postgres.create(config, own, template)
    shutil.copytree(media, settings.MEDIA_ROOT, dirs_exist_ok=True)
    try:
        yield
    finally:
        connections.close_all()
        postgres.drop(config, own)


def copy_demonstration(database: Path, media: Path, stale: bool = False) -> None:
    """Copy the demonstration kept for SQLite to these paths, made first if need be."""
    made = _kept_with(schema_digest()) if stale else None
    made = made or kept(NAME, f"{schema_digest()}_{content_digest()}", _fill_sqlite)
    shutil.copy(made / "database.sqlite3", database)
    shutil.copytree(made / "media", media, dirs_exist_ok=True)


def _kept_with(schema: str) -> Path | None:
    found = FOLDER.glob(f"{NAME}-{schema}_*")
    return max(found, key=lambda path: path.stat().st_mtime, default=None)


def _fill_sqlite(folder: Path) -> None:
    database = folder / "database.sqlite3"
    migrated_copy(database)
    _fill(folder, f"sqlite:///{database}")


def postgres_template() -> tuple[str, Path]:
    """Return the database that is a template, made if need be, and the folder of its uploads."""
    config, address = settings.DATABASES["default"], env.text("DATABASE_URL")
    name = f"{config['NAME']}_{NAME}_{schema_digest()}_{content_digest()}"
    folder = FOLDER / f"postgres-{name}"
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "postgres.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder.exists() and postgres.exists(config, name)):
            postgres.drop(config, like=f"{config['NAME']}_{NAME}_")
            for old in FOLDER.glob(f"postgres-{config['NAME']}_*"):
                shutil.rmtree(old)
            draft = f"{config['NAME']}_draft"
            postgres.create(config, draft)
            _fill(folder, urlsplit(address)._replace(path=f"/{draft}").geturl())
            postgres.create(config, name, draft)
            postgres.drop(config, draft)
    return name, folder / "media"


def _fill(folder: Path, address: str) -> None:
    """Run ``tests.fill`` on the database at ``address``; raise RuntimeError when it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.fill", str(folder)],
        cwd=settings.BASE_DIR,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "community.settings.test",
            "DATABASE_URL": address,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"The demonstration was not loaded:\n{done.stdout}\n{done.stderr}")


if __name__ == "__main__":
    import django

    django.setup()
    postgres_template()
