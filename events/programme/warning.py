"""One thing to look at in a programme."""

from dataclasses import dataclass
from uuid import UUID

from .working import WorkingEntry

ERROR, WARNING, INFO = "error", "warning", "info"


@dataclass(frozen=True)
class Warning:
    """Something to look at. ``level``: error, warning or info; ``keys``: the slots concerned.

    ``campuses`` holds the keys of the sites that it concerns, in the source language; none when
    it is about a session of the whole edition.
    """

    code: str
    level: str
    text: str
    keys: tuple[UUID, ...] = ()
    campuses: frozenset[int] = frozenset()


def about(code: str, level: str, text: str, *entries: WorkingEntry) -> Warning:
    """Return a warning about these slots."""
    sites = frozenset(entry.campus.pk for entry in entries)
    return Warning(code, level, text, tuple(entry.key for entry in entries), sites)
