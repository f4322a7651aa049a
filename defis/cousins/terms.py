"""The words of a défi, weighed: its question above all, then its obstacles and its fate."""

import re
from collections import Counter
from collections.abc import Iterable
from html import unescape
from math import sqrt
from typing import Any

from community.pages import active_language
from community.search.analysis import STOP_WORDS, index_text, stem

#: How much one word counts in each part of the fiche.
QUESTION, NAME, WORKING_QUESTION, SUMMARY, STAKES, MET, TOLD = 3, 2, 2, 2, 1, 2, 1
#: How much something of a list counts, that several défis share: it is no word that misleads.
FACTOR, THEME, TAG = 4, 3, 3

#: Words of nearly every question, which tell it from none; folded, as the analysis leaves them.
_OF_ANY = """
    afin ainsi ameliorer aussi avoir bien comment etre faire fait mieux permettre plus tous tout
    toute toutes
"""
_LEFT_OUT = STOP_WORDS | set(_OF_ANY.split())
_TAG = re.compile("<[^>]*>")

Terms = dict[str, float]


def weigh(parts: Iterable[tuple[str, float]], shared: Iterable[tuple[str, float]] = ()) -> Terms:
    """Return the terms of some texts with their weights.

    ``parts`` are plain texts, each with what one of its words counts; ``shared`` are marks such
    as a theme or an obstacle of the list. A word said nine times counts three times as much.
    """
    language = active_language()
    counted: Counter[str] = Counter()
    for text, weight in parts:
        for word in index_text(text, stemmed=False).split():
            if word not in _LEFT_OUT and len(word) > 1:
                counted[stem(word, language)] += weight  # type: ignore[assignment]
    terms = {term: sqrt(weight) for term, weight in counted.items()}
    # A space keeps marks apart from words.
    return terms | {f" {mark}": float(weight) for mark, weight in shared}


def plain(value: Any) -> str:
    """Return the words of rich text, of a stream of blocks or of what lies inside of one."""
    if isinstance(value, str):
        return unescape(_TAG.sub(" ", value))
    if isinstance(value, dict):
        return " ".join(plain(part) for name, part in value.items() if name not in ("id", "type"))
    if hasattr(value, "raw_data"):
        value = list(value.raw_data)
    if isinstance(value, list | tuple):
        return " ".join(plain(part) for part in value)
    return ""
