"""Which défis met an obstacle or have a lever, and how obstacles were lifted."""

from .meetings import Reading, read
from .numbers import defis_by_factor
from .ways import ways_of_lifting
from .words import show_pages, words_of, words_on

__all__ = [
    "Reading",
    "defis_by_factor",
    "read",
    "show_pages",
    "ways_of_lifting",
    "words_of",
    "words_on",
]
