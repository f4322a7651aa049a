"""Facts that every part of a page asks for, read once per request."""

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpRequest

T = TypeVar("T")


def once(request: HttpRequest, name: str, read: Callable[[], T]) -> T:
    """Return ``read()``, asked the first time and kept on ``request`` under ``name``."""
    kept: dict[str, T] = request.__dict__.setdefault("_read_once", {})
    if name not in kept:
        kept[name] = read()
    return kept[name]
