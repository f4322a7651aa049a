"""The names of a term as words to be found in a text, with the plurals that French makes of them.

A name is a sequence of words with what stands between them. Kinds of hyphen, of apostrophe and of
space are the same; a hyphen is no space. Accents count: « défi » is not « defi ».
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from community.search.analysis import STOP_WORDS

WORD = re.compile(r"\w+")
_KINDS = str.maketrans(
    dict.fromkeys("’‘ʼ′`´", "'") | dict.fromkeys("‐‑‒–−", "-") | dict.fromkeys("·•‧⋅", "·")
)
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
# With the stop words of the search, they do not take the plural of the words around them.
_OTHERS = "chez entre hors sans sous"
_UNCHANGED = STOP_WORDS | frozenset(_OTHERS.split())


def between(text: str) -> str:
    """Return what stands between two words, its kinds of hyphen, apostrophe and space made one."""
    return " ".join(text.translate(_KINDS).split()) or (" " if text else "")


@dataclass(frozen=True)
class Phrase:
    """A name: ``words`` and the ``gaps`` between them; ``exact`` when capitals count."""

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    exact: bool = False

    @cached_property
    def variants(self) -> tuple[frozenset[str], ...]:
        """What each word may be in a text, in lower case: itself or its plural.

        Acronyms do not change.
        """
        if self.exact:
            return tuple(frozenset([word.lower()]) for word in self.words)
        return tuple(frozenset(_with_plurals(word)) for word in self.words)


def phrase(name: str, *, exact: bool = False) -> Phrase | None:
    """Return ``name`` as a phrase, ``None`` when it holds no word."""
    found = list(WORD.finditer(name))
    if not found:
        return None
    words = tuple(word[0] if exact else word[0].lower() for word in found)
    pairs = zip(found, found[1:], strict=False)
    gaps = tuple(between(name[one.end() : other.start()]) for one, other in pairs)
    return Phrase(words, gaps, exact)


def phrases_of(
    title: str, synonyms: Iterable[str], acronyms: Iterable[str], forms: Iterable[str]
) -> list[Phrase]:
    """Return the phrases by which a text names a term, the surest first.

    What stands in brackets after the title is left out. A title all in capitals is an acronym. A
    synonym of one word is left out too: elsewhere « site » may well mean something else.
    """
    name = _ASIDE.sub("", title) or title
    capitals = name.isupper() and len(name) > 1
    found = [phrase(name, exact=capitals)]
    found += [phrase(acronym, exact=True) for acronym in acronyms]
    found += [phrase(form) for form in forms]
    several = [one for one in map(phrase, synonyms) if one and len(one.words) > 1]
    return [one for one in (*found, *several) if one is not None]


def _with_plurals(word: str) -> list[str]:
    if len(word) < 3 or not word.isalpha() or word in _UNCHANGED or word[-1] in "sxz":
        return [word]
    plurals = [f"{word}s", f"{word}x"] if word.endswith(("au", "eu", "ou")) else [f"{word}s"]
    if word.endswith("al"):
        plurals.append(f"{word[:-1]}ux")
    return [word, *plurals]
