"""A migrated, empty SQLite database, kept from one run of the tests to the next.

Migrating takes longer than most of the tests together. The copy counts only as long as no
migration, app, language or version of SQLite changed: its name says from which it was made.
"""

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection

FOLDER = settings.BASE_DIR / "var" / "test"


@cache
def schema_digest() -> str:
    """Return a digest of whatever makes the tables."""
    digest = hashlib.sha256(f"{sqlite3.sqlite_version} {settings.LANGUAGES!r}".encode())
    for app in apps.get_app_configs():
        digest.update(app.label.encode())
        for path in sorted(Path(app.path).glob("migrations/*.py")):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _copy() -> Path:
    return FOLDER / f"migrated-{schema_digest()}.sqlite3"


def migrated_copy(path: Path) -> None:
    """Put the copy at ``path`` when there is one that still counts."""
    if _copy().exists():
        shutil.copy(_copy(), path)


def remember_migrated() -> None:
    """Keep the current test database as the copy, unless there is one or it is not SQLite."""
    if connection.vendor != "sqlite" or _copy().exists():
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    draft = FOLDER / f"draft-{os.getpid()}.sqlite3"
    connection.ensure_connection()
    with closing(sqlite3.connect(draft)) as target:
        connection.connection.backup(target)
    draft.replace(_copy())
    for other in FOLDER.glob("migrated-*.sqlite3"):
        if other != _copy():
            other.unlink(missing_ok=True)
