"""The database of each process of the tests: made once, then copied.

The first process to come migrates a database, loads the demonstration into it and keeps the
result; the others wait for it, and so does nobody in the next run, as long as nothing that makes
it has changed. On SQLite it is kept in ``var/test``; on PostgreSQL it is one more database, which
serves as a template.
"""

import fcntl
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection, connections

from tests import postgres
from tests.demonstration import demonstration_name, load_demonstration
from tests.migrated import FOLDER, migrated_copy

Load = Callable[[], None]


@contextmanager
def prepared_database(folder: Path, stale: bool = False) -> Iterator[Load]:
    """Set the test database up; yield what fills it, to be called once it is migrated.

    Within, Django must keep the database that it finds. ``folder`` is this process's own. With
    ``stale`` a demonstration that other code has made will do, if its tables are the same.
    """
    FOLDER.mkdir(parents=True, exist_ok=True)
    lock = (FOLDER / "demonstration.lock").open("w")
    # One process loads it while the others wait: two at once take longer than one alone.
    fcntl.flock(lock, fcntl.LOCK_EX)
    kind = _on_sqlite if connection.vendor == "sqlite" else _on_postgres
    with closing(lock), kind(folder, stale) as keep:
        if keep is None:
            lock.close()
        yield lambda: _fill(keep, lock)


def copy_demonstration(database: Path, media: Path) -> bool:
    """Copy the demonstration kept for SQLite to these paths; return whether there was one.

    Waits for the process that is loading it, if any.
    """
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "demonstration.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        kept = kept_demonstration()
        if kept.exists():
            shutil.copy(kept / "database.sqlite3", database)
            shutil.copytree(kept / "media", media)
        return kept.exists()


def _fill(keep: Load | None, lock: object) -> None:
    """Load the demonstration unless it was found, keep it, and let the others come."""
    if keep is not None:
        load_demonstration()
        keep()
        lock.close()  # type: ignore[attr-defined]


@contextmanager
def _on_sqlite(folder: Path, stale: bool) -> Iterator[Load | None]:
    path = folder / "test.sqlite3"
    settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = str(path)
    kept = kept_demonstration(stale)
    if kept.exists():
        shutil.copy(kept / "database.sqlite3", path)
        shutil.copytree(kept / "media", settings.MEDIA_ROOT, dirs_exist_ok=True)
        yield None
        return
    migrated_copy(path)

    def keep() -> None:
        draft = FOLDER / f"draft-{os.getpid()}"
        shutil.copytree(settings.MEDIA_ROOT, draft / "media")
        with closing(sqlite3.connect(draft / "database.sqlite3")) as target:
            connection.connection.backup(target)
        draft.rename(kept)
        for other in FOLDER.glob("demonstration_*"):
            if other != kept:
                shutil.rmtree(other, ignore_errors=True)

    yield keep


def kept_demonstration(stale: bool = False) -> Path:
    """Return the folder where the demonstration is, or is to be, kept for SQLite."""
    exact = FOLDER / demonstration_name()
    if stale and not exact.exists():
        same_tables = FOLDER.glob(f"{demonstration_name().rpartition('_')[0]}_*")
        return max(same_tables, key=lambda path: path.stat().st_mtime, default=exact)
    return exact


@contextmanager
def _on_postgres(folder: Path, stale: bool) -> Iterator[Load | None]:
    config = settings.DATABASES["default"]
    own = connection.creation._get_test_db_name()
    template = f"{config['NAME']}_{demonstration_name()}"
    media = FOLDER / f"media_{template}"
    found = postgres.exists(config, template) and media.exists()
    postgres.create(config, own, template if found else "")
    if found:
        shutil.copytree(media, settings.MEDIA_ROOT, dirs_exist_ok=True)

    def keep() -> None:
        # A database that somebody is connected to is no template.
        connections.close_all()
        postgres.drop(config, like=f"{config['NAME']}_demonstration_")
        postgres.create(config, template, own)
        shutil.rmtree(media, ignore_errors=True)
        shutil.copytree(settings.MEDIA_ROOT, media)

    try:
        yield None if found else keep
    finally:
        connections.close_all()
        postgres.drop(config, own)
