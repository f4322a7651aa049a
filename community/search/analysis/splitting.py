"""Words of a folded text, and the words that are written in one, with a hyphen or in two."""

import re
from typing import NamedTuple

from .folding import LONGEST_WORD

_WORD = re.compile(r"[^\W_]+")
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'")
_POSSESSIVE = re.compile(r"(?<=\w)'s\b")
# S.P.I.P., R&D
_ACRONYM = re.compile(r"(?<![\w.&'])[^\W\d_](?:[.&][^\W\d_])+(?![\w&])")
# 10 000 and 10,000; a narrow space is an ordinary one by now.
_THOUSANDS = re.compile(r"(?<![\w.,])\d{1,3}(?:[ ,]\d{3})+(?!\w)")
# 21ème and 21ième are 21e; 1er, 1re and 1ère, 1e. XXIe is found by 21e too.
_ORDINAL = re.compile(r"\b(\d+)(?:i?eme|(?<=\b1)(?:er|re|ere))\b")
_CENTURY = re.compile(r"\b([IVX]+)(?:eme|e)\b")
_SAINTS = {"st": "saint", "ste": "sainte"}
_PREFIXES = """
    anti auto bio co contre eco inter intra macro mini micro multi neo non pluri post pre pro re
    socio tele trans
"""
_PLURAL = re.compile("(?<=...)s$")
_DIGITS = {"I": 1, "V": 5, "X": 10}


_STARTS = frozenset(_PREFIXES.split())


class Token(NamedTuple):
    """A word, and whether a hyphen or an apostrophe ties it to the one before."""

    word: str
    tied: bool


def tokens(plain: str, *, saints: bool = True) -> list[Token]:
    """Return the words of a folded text that may have capitals, elided articles left out.

    With ``saints``, "st" and "ste" are what they stand for.
    """
    text = _ACRONYM.sub(lambda match: re.sub("[.&]", "", match[0]), plain).casefold()
    text = _ORDINAL.sub(r"\1e", _POSSESSIVE.sub("", _ELISION.sub(" ", text)))
    found: list[Token] = []
    end = -2
    for match in _WORD.finditer(text):
        word = match[0][:LONGEST_WORD]
        tied = match.start() == end + 1 and text[end] in "-'"
        found.append(Token(_SAINTS.get(word, word) if saints else word, tied))
        end = match.end()
    return found


def runs(words: list[Token]) -> list[tuple[int, int]]:
    """Return the places (from, to) of the words that hyphens and apostrophes make one."""
    found: list[tuple[int, int]] = []
    for place, token in enumerate(words):
        if token.tied and found and found[-1][1] == place:
            found[-1] = found[-1][0], place + 1
        elif token.tied:
            found.append((place - 1, place + 1))
    return found


def glued(words: list[Token]) -> str:
    """Return words written in one: comptes-rendus gives compterendus, for the stemmer to end."""
    first = "".join(_PLURAL.sub("", token.word) for token in words[:-1])
    return f"{first}{words[-1].word}"[:LONGEST_WORD]


def also_written(plain: str, words: list[Token]) -> list[str]:
    """Return other ways to write what is in a text, each once: coconstruction, 10000, 21e.

    ``words`` are its :func:`tokens`.
    """
    found = [glued(words[start:end]) for start, end in runs(words)]
    for first, second in zip(words, words[1:], strict=False):
        if first.word in _STARTS and not second.tied:
            found.append(glued([first, second]))
    found += [re.sub(r"\D", "", match[0]) for match in _THOUSANDS.finditer(plain)]
    found += [f"{_number(match[1])}e" for match in _CENTURY.finditer(plain)]
    return list(dict.fromkeys(found))


def _number(roman: str) -> int:
    digits = [_DIGITS[letter] for letter in roman]
    return sum(
        -one if any(one < later for later in digits[place:]) else one
        for place, one in enumerate(digits)
    )
