"""Explains the first use of each term in the text of a page.

The text stays what it was, byte for byte, but for the links around the words explained.
"""

import re
from functools import lru_cache
from html import unescape
from unicodedata import normalize

from .lexicon import Term
from .matching import Matcher

# A comment, a tag (its attributes may hold a ">"), or the text up to the next one.
_PIECE = re.compile(r"""<!--.*?-->|<[^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*>|[^<]+|<""", re.S)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)")
# What one reads is not what is written: an entity, an accent apart, a character of no width.
_MAYBE_UNEVEN = re.compile("[&\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]")
_UNEVEN = re.compile(r"&#?\w+;|\w[\u0300-\u036f]+|[\u00ad\u200b-\u200d\u2060\ufeff]")

# Words are explained in running text only.
_NOT_THERE = """
    a abbr acronym address blockquote button caption cite code dfn figcaption h1 h2 h3 h4 h5 h6
    iframe kbd label math noscript object option pre q samp script select style summary svg
    template textarea time title var
"""
_SKIPPED = frozenset(_NOT_THERE.split())
_EMPTY = "area base br col embed hr img input link meta source track wbr"
_VOID = frozenset(_EMPTY.split())
_PLAIN = re.compile(r"\sdata-plain[\s=>]")


def explained(html: str, matcher: Matcher, terms: dict[int, Term], used: set[int]) -> str:
    """Return ``html`` with the terms that are not in ``used`` explained, and add them to it."""
    pieces = []
    skipping, depth = "", 0
    for piece in _PIECE.findall(html):
        if not piece.startswith("<"):
            pieces.append(piece if skipping else _explained_text(piece, matcher, terms, used))
            continue
        pieces.append(piece)
        step, name, skipped = _read_tag(piece)
        if skipping:
            if name == skipping:
                depth += step
                skipping = skipping if depth else ""
        elif step > 0 and skipped:
            skipping, depth = name, 1
    return "".join(pieces)


@lru_cache(maxsize=1000)
def _read_tag(piece: str) -> tuple[int, str, bool]:
    """Return what a tag does: 1 opens, -1 closes, 0 neither; its name; whether to skip it."""
    tag = _TAG.match(piece)
    name = tag[2].lower() if tag else ""
    if tag is None or name in _VOID or piece.endswith("/>"):
        return 0, name, False
    return -1 if tag[1] else 1, name, name in _SKIPPED or bool(_PLAIN.search(piece))


def _explained_text(raw: str, matcher: Matcher, terms: dict[int, Term], used: set[int]) -> str:
    text, places = _as_read(raw)
    pieces, done = [], 0
    for found in matcher.find(text, used):
        used.add(found.term)
        start, end = (places[found.start], places[found.end]) if places else found[1:]
        pieces += [raw[done:start], terms[found.term].opening, raw[start:end], "</a>"]
        done = end
    return "".join([*pieces, raw[done:]]) if pieces else raw


def _as_read(raw: str) -> tuple[str, list[int]]:
    """Return ``raw`` as one reads it and where each character stands in it, the end included.

    The places are left out when they are those of ``raw`` itself.
    """
    if not _MAYBE_UNEVEN.search(raw):
        return raw, []
    text, places, done = [], [], 0
    for uneven in _UNEVEN.finditer(raw):
        text.append(raw[done : uneven.start()])
        places += range(done, uneven.start())
        read = _read(uneven[0])
        text.append(read)
        places += [uneven.start()] * len(read)
        done = uneven.end()
    text.append(raw[done:])
    places += range(done, len(raw) + 1)
    return "".join(text), places


def _read(uneven: str) -> str:
    """Return the character that is read there, none for one of no width."""
    if uneven.startswith("&"):
        read = unescape(uneven)
    else:
        read = normalize("NFC", uneven) if uneven[0].isalnum() else ""
    # No entity after all, or several characters: no word goes through it.
    return read if len(read) < 2 else "\ufffc"
