"""Typing errors: the word of the site that is nearest to one which is nowhere on it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from math import log10

from django.http import HttpRequest
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from community.pages.visibility import active_language, of_anybody, visible
from community.search.analysis import LONGEST_QUERY, fold, stop_words, words_of
from community.search.engine.queries import worded
from community.search.understanding.known import Known, known_words

MOST_CORRECTED = 5
"""Unknown words of one question that are looked at."""

LONG = 8
"""Letters from which a word may have two errors. From four it may have one; of three, a letter may
be missing."""

_WORD = re.compile(r"[^\W_]+")
_ELIDED = re.compile("^(qu|[cdjlmnst])(?=[aeiouyh])(.{4,})$")
_ROWS = ("azertyuiop", "qsdfghjklm", "wxcvbn")
_NEAR = {frozenset(pair) for row in _ROWS for pair in zip(row, row[1:], strict=False)}


@dataclass(frozen=True)
class _Typed:
    """A word as it stands in the text, and folded."""

    start: int
    end: int
    word: str


def corrected(request: HttpRequest, text: str) -> str:
    """Return ``text`` with its mistyped words put right; empty when no word seems mistyped.

    Only words that everybody may read on the site, in the active language, take the place of
    others. A word that some public page holds is never mistyped.
    """

    def somewhere(word: str) -> bool:
        pages = visible(of_anybody(request))
        return pages.search(worded(word, [active_language()])).get_queryset().exists()

    return correction(text, known_words(request), somewhere)


def correction(text: str, known: Known, somewhere: Callable[[str], bool]) -> str:
    """Return the same, given the words and how to know whether one is in the text of a page."""
    words = _words(text[:LONGEST_QUERY], known)
    unknown = [place for place, one in enumerate(words) if not known.knows(one.word)]
    right: dict[int, tuple[int, str]] = {}
    for place in unknown[:MOST_CORRECTED]:
        typed = words[place].word
        joined = _joined(words, place, known)
        if joined is not None:
            first, written = joined
            right[first] = (words[first + 1].end, written)
        elif (written := nearest(typed, known)) and not somewhere(typed):
            right[place] = (words[place].end, written)
    for place, (end, written) in sorted(right.items(), reverse=True):
        text = text[: words[place].start] + written + text[end:]
    return text if right else ""


def nearest(typed: str, known: Known) -> str:
    """Return what somebody who typed the folded word ``typed`` meant, empty when nothing is near.

    One error before two words typed as one, and these before two errors.
    """
    if (elided := _ELIDED.match(typed)) and elided[2] in known.number:
        return f"{elided[1]}’{known.written[elided[2]]}"
    near = extract(typed, known.words, scorer=OSA.distance, score_cutoff=_errors(typed), limit=None)
    # Nobody mistypes the first letter and one more: "la rochelle" is not meant for "échelle".
    found = [
        (_cost(typed, word, int(errors), known), word)
        for word, errors, _ in near
        if errors < 2 or word[0] == typed[0]
    ]
    if len(typed) == 3:
        found = [(cost, word) for cost, word in found if len(word) > 3]
    cost, best = min(found, default=(9.0, ""))
    if cost > 1.5 and (two := _two_words(typed, known)):
        return two
    return known.written.get(best, "")


def _words(text: str, known: Known) -> list[_Typed]:
    """Return the words of ``text`` that a search looks for, without those of no meaning."""
    asked = set(words_of(text)) - stop_words([known.language])
    found = (_Typed(one.start(), one.end(), fold(one[0])) for one in _WORD.finditer(text))
    return [one for one in found if one.word in asked and one.word.isalpha()]


def _errors(typed: str) -> int:
    return 0 if len(typed) < 3 else 1 if len(typed) < LONG else 2


def _cost(typed: str, word: str, errors: int, known: Known) -> float:
    """Return how far ``word`` is: its errors, fewer for a slip of the hand or a common word."""
    cost = errors - min(log10(known.number[word]), 3) / 10
    if typed[0] != word[0]:
        cost += 0.3
    if sorted(typed) == sorted(word) or re.sub(r"(.)\1", r"\1", typed) == re.sub(
        r"(.)\1", r"\1", word
    ):
        return cost - 0.3
    other = [{one, two} for one, two in zip(typed, word, strict=False) if one != two]
    if len(typed) == len(word) and all(pair in _NEAR for pair in other):
        cost -= 0.2
    return cost


def _joined(words: list[_Typed], place: int, known: Known) -> tuple[int, str] | None:
    """Return the first of two words that are one when put together, and how that is written."""
    for first in (place, place - 1):
        if first < 0 or first + 1 >= len(words):
            continue
        one, other = words[first], words[first + 1]
        whole = one.word + other.word
        if other.start == one.end + 1 and whole in known.number:
            return first, known.written[whole]
    return None


def _two_words(typed: str, known: Known) -> str:
    """Return ``typed`` as the two commonest words that it may be made of."""
    parts = [
        (typed[:place], typed[place:])
        for place in range(3, len(typed) - 2)
        if typed[:place] in known.number and typed[place:] in known.number
    ]
    if not parts:
        return ""
    best = max(parts, key=lambda pair: min(known.number[part] for part in pair))
    return " ".join(known.written[part] for part in best)
