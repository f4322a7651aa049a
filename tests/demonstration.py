"""Loading the demonstration content, that every test with a database stands on."""

import hashlib
import sqlite3
from collections.abc import Iterator
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path
from unittest import mock

from django.conf import settings
from django.core.management import call_command
from PIL import Image

SOURCES = ("community", "defis", "events", "home", "methods", "demo", "locale")


def load_demonstration() -> str:
    """Do what ``manage.py load_demo`` does, with tiny pictures; return what it prints."""
    printed = StringIO()
    with mock.patch("community.demo.loader.drawing_function", lambda script: tiny_picture):
        call_command("load_demo", stdout=printed)
    return printed.getvalue()


@cache
def tiny_picture(key: str = "") -> bytes:
    """Return a picture of 16 × 9 pixels, in place of a drawing that takes a second to make."""
    file = BytesIO()
    Image.new("RGB", (16, 9), "teal").save(file, "WEBP")
    return file.getvalue()


@cache
def content_digest() -> str:
    """Return a digest of the code and data that the content is made of."""
    made_by = (sqlite3.sqlite_version, settings.INSTALLED_APPS, settings.LANGUAGES)
    digest = hashlib.sha256(repr(made_by).encode())
    for path in sorted(_files()):
        digest.update(str(path).encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _files() -> Iterator[Path]:
    yield Path(__file__)
    yield settings.BASE_DIR / "requirements.txt"
    for folder in SOURCES:
        for kind in ("*.py", "*.toml", "*.po"):
            yield from (settings.BASE_DIR / folder).rglob(kind)
