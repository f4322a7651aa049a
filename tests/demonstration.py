"""The demonstration content, that every test with a database stands on.

Each process has it loaded once. On SQLite the result is kept in ``var/test`` for the next run, as
long as nothing that makes it has changed: its name says from which schema, code and data it comes.
"""

import fcntl
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path
from unittest import mock

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from PIL import Image

FOLDER = settings.BASE_DIR / "var" / "test"
SOURCES = ("community", "defis", "events", "home", "methods", "demo")


def have_demonstration(stale: bool = False) -> None:
    """Fill the migrated database with the demonstration, from the copy of an earlier run if any.

    With ``stale`` a copy that was made by other code will do, as long as the tables are the same.
    """
    if connection.vendor != "sqlite":
        load_demonstration()
        return
    kept = FOLDER / f"demonstration-{_schema()}-{_digest()}.sqlite3"
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "demonstration.lock").open("w") as lock:
        # One process loads it while the others wait: two at once take longer than one alone.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if stale:
            kept = max(FOLDER.glob(f"demonstration-{_schema()}-*"), key=_age, default=kept)
        if not kept.exists():
            load_demonstration()
            _keep_in(kept)
            return
    with closing(sqlite3.connect(kept)) as source:
        connection.ensure_connection()
        source.backup(connection.connection)
    _store_files()


def load_demonstration() -> str:
    """Do what ``manage.py load_demo`` does, with tiny pictures; return what it prints."""
    printed = StringIO()
    with mock.patch("community.demo.loader._drawing_function", lambda script: tiny_picture):
        call_command("load_demo", stdout=printed)
    return printed.getvalue()


@cache
def tiny_picture(key: str = "") -> bytes:
    """Return a picture of 16 × 9 pixels, in place of a drawing that takes a second to make."""
    file = BytesIO()
    Image.new("RGB", (16, 9), "teal").save(file, "WEBP")
    return file.getvalue()


def _store_files() -> None:
    from community.models import CommunityDocument, CommunityImage

    pictures = [
        *CommunityImage.objects.values_list("file", flat=True),
        *CommunityDocument.objects.exclude(first_page="").values_list("first_page", flat=True),
    ]
    for name in pictures:
        default_storage.save(name, BytesIO(tiny_picture()))
    for name in CommunityDocument.objects.values_list("file", flat=True):
        default_storage.save(name, BytesIO(b"The content of a document."))


def _keep_in(kept: Path) -> None:
    draft = FOLDER / f"draft-{os.getpid()}.sqlite3"
    with closing(sqlite3.connect(draft)) as target:
        connection.connection.backup(target)
    draft.replace(kept)
    for other in FOLDER.glob("demonstration-*.sqlite3"):
        if other != kept:
            other.unlink(missing_ok=True)


def _age(path: Path) -> float:
    return path.stat().st_mtime


@cache
def _schema() -> str:
    """A digest of the migrations of this database: what they made holds the same tables."""
    applied = MigrationRecorder(connection).applied_migrations()
    return hashlib.sha256(repr(sorted(applied)).encode()).hexdigest()[:8]


@cache
def _digest() -> str:
    made_by = (sqlite3.sqlite_version, settings.INSTALLED_APPS, settings.LANGUAGES)
    digest = hashlib.sha256(repr(made_by).encode())
    for path in sorted(_files()):
        digest.update(str(path).encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _files() -> Iterator[Path]:
    yield Path(__file__)
    yield settings.BASE_DIR / "requirements.txt"
    for folder in SOURCES:
        for kind in ("*.py", "*.toml"):
            yield from (settings.BASE_DIR / folder).rglob(kind)
