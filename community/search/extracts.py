"""The passage of a text that holds the words somebody looked for, with these words marked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from .analysis import index_text, slots

LENGTH = 220
"""Characters of an extract, about two lines of a wide screen."""

LONGEST_TEXT = 60_000
"""Characters read of one text: what lies further is found, but not shown."""

MOST_PLACES = 100
"""Places compared with each other; a text made of one word has thousands."""

# A word, with the endings that inclusive writing adds to it: acteur·rice·s.
_WORD = re.compile(r"[^\W_]+(?:[.·•‧⋅][^\W_]+)*")
_AFTER_SPACE = re.compile(r"\s[\w«“(]")


@dataclass(frozen=True)
class Extract:
    """A passage in pieces: plain text, and whether it is one of the words looked for."""

    pieces: tuple[tuple[str, bool], ...] = ()

    def __str__(self) -> str:
        return "".join(text for text, _found in self.pieces)

    @property
    def found(self) -> bool:
        """Whether it holds one of the words."""
        return any(found for _text, found in self.pieces)

    @property
    def html(self) -> SafeString:
        """The passage as safe HTML, its words in ``<mark>``."""
        return mark_safe(  # noqa: S308 - every piece is escaped
            "".join(
                f"<mark>{escape(text)}</mark>" if found else escape(text)
                for text, found in self.pieces
            )
        )


class Words:
    """The words that somebody looks for, in one language, as the search takes them."""

    def __init__(self, texts: Iterable[str], language: str) -> None:
        self.language = language
        self.stems = frozenset(
            stem for text in texts for slot in slots(text, [language]) for stem in slot
        )

    def extract(self, text: str, length: int = LENGTH) -> Extract:
        """Return the best passage of ``text``, of about ``length`` characters.

        The best is the first that holds the most different words; without any of them, the
        beginning. Whitespace is made single.
        """
        text = " ".join(text[:LONGEST_TEXT].split())
        found = [
            (word.start(), word.end(), stems)
            for word in _WORD.finditer(text)
            if (stems := _stems(word[0], self.language) & self.stems)
        ]
        start, end = _window(text, found, length)
        pieces: list[tuple[str, bool]] = [("… ", False)] if start else []
        place = start
        for first, last, _stem in found:
            if start <= first and last <= end:
                pieces += [(text[place:first], False), (text[first:last], True)]
                place = last
        pieces.append((text[place:end] + (" …" if end < len(text) else ""), False))
        return Extract(tuple(piece for piece in pieces if piece[0]))


def _window(
    text: str, found: list[tuple[int, int, frozenset[str]]], length: int
) -> tuple[int, int]:
    """Return where the passage begins and ends, between words."""
    if len(text) <= length:
        return 0, len(text)
    best, most, few = 0, 0, found[:MOST_PLACES]
    for first, _last, _stem in few:
        near = [stem for start, end, stem in few if first <= start and end <= first + length]
        held = len(frozenset().union(*near))
        if held > most:
            best, most = first, held
    # A few words before the first one found, for the sentence to be understood.
    start = max(0, min(best - length // 4, len(text) - length))
    if start:
        # Between words, and not on what ends a sentence.
        word = _AFTER_SPACE.search(text, start, best + 1)
        start = word.end() - 1 if word else best
    end = min(len(text), start + length)
    if end < len(text):
        space = text.rfind(" ", start, end)
        end = space if space > start else end
    return start, end


@lru_cache(maxsize=50_000)
def _stems(word: str, language: str) -> frozenset[str]:
    return frozenset(index_text(word, [language]).split())
