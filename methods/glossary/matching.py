"""Finds terms in words: one look into a dictionary for each word, however many terms there are."""

import re
from collections.abc import Container, Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from .phrases import WORD, Phrase, between

# Words at the odd places, what stands between them at the even ones.
_SPLIT = re.compile(f"({WORD.pattern})")
# Glued to a word, these make another word of it: sur-mesure, exemple.fr, @nom, porteur·euse.
_GLUE_BEFORE = frozenset("-‐‑_@#/\\.·•‧⋅")
_GLUE_AFTER = frozenset("-‐‑_@/\\.·•‧⋅")


class Found(NamedTuple):
    """A term (the key it was given with) and where it stands in the text."""

    term: int
    start: int
    end: int


class Matcher:
    """Compiled once from the phrases of all the terms, then used for each text."""

    def __init__(self, terms: Iterable[tuple[int, Iterable[Phrase]]]) -> None:
        """Take the terms with their phrases; where two say the same, the first term wins."""
        #: What begins with a word: by the word after it, or by "" when it stands by itself.
        self._begin: dict[str, dict[str, list[tuple[int, Phrase]]]] = {}
        known: set[Phrase] = set()
        for key, phrases in terms:
            for phrase in phrases:
                if phrase not in known:
                    known.add(phrase)
                    self._add(key, phrase)
        for following in self._begin.values():
            for begun in following.values():
                # The longest first; the sort is stable, the order given stays among equals.
                begun.sort(key=lambda pair: -len(pair[1].words))

    def _add(self, key: int, phrase: Phrase) -> None:
        first, *others = phrase.variants
        for word in first:
            following = self._begin.setdefault(word, {})
            for second in others[0] if others else ("",):
                following.setdefault(second, []).append((key, phrase))

    def find(self, text: str, used: Container[int] = ()) -> Iterator[Found]:
        """Return the terms in ``text`` (plain text) from left to right, none inside another.

        Terms in ``used``, which may grow meanwhile, keep their words but are not returned.
        """
        begin = self._begin
        pieces = _SPLIT.split(_lower(text))
        hits = [place for place in range(1, len(pieces), 2) if pieces[place] in begin]
        if not hits:
            return
        # Where each piece begins; a word ends where the piece after it does.
        starts = list(accumulate(map(len, pieces), initial=0))
        # After the last word stands no other.
        pieces += ["", ""]
        after = 0
        for first in hits:
            if first < after:
                continue
            following = begin[pieces[first]]
            for key, phrase in (*following.get(pieces[first + 2], ()), *following.get("", ())):
                last = first + 2 * len(phrase.words) - 1
                if last >= len(starts) or not _same(phrase, pieces, first):
                    continue
                start, end = starts[first], starts[last]
                if phrase.exact and not _as_written(phrase, text[start:end]):
                    continue
                if _stands_alone(text, start, end):
                    after = last
                    if key not in used:
                        yield Found(key, start, end)
                    break


def _lower(text: str) -> str:
    """Return ``text`` in lower case, each character at its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := character.lower()) == 1 else "_" for character in text)


def _same(phrase: Phrase, pieces: list[str], first: int) -> bool:
    """Whether the words of ``phrase`` and what stands between them are those from ``first`` on."""
    place = first
    for variants, gap in zip(phrase.variants[1:], phrase.gaps, strict=True):
        place += 2
        if pieces[place] not in variants:
            return False
        stands = pieces[place - 1]
        if stands != gap and between(stands) != gap:
            return False
    return True


def _as_written(phrase: Phrase, words: str) -> bool:
    return tuple(WORD.findall(words)) == phrase.words


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing is glued to ``text[start:end]`` that would make it part of a longer word."""
    before, two_before = text[start - 1 : start], text[start - 2 : start - 1]
    if before in _GLUE_BEFORE and (two_before.isalnum() or before in "@#_/\\"):
        return False
    after, two_after = text[end : end + 1], text[end + 1 : end + 2]
    return not (after in _GLUE_AFTER and (two_after.isalnum() or after in "@_"))
