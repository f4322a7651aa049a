"""Stems: what the singular, the plural and the feminine of a word share."""

import re
from functools import lru_cache

import snowballstemmer

from .languages import algorithm

# What the French stemmer does not undo, on words that have lost their accents. Before it: a plural
# s (it makes "usager" of "usagers", but "usag" of "usager"), conseillère, chargée. After it: acteur
# and actrice, porteur and porteuse, enjeu and enjeux, collectif and collective, public and
# publique.
_BEFORE = (
    (re.compile("(?<=...)s$"), ""),
    (re.compile("(?<=..)ere$"), "er"),
    (re.compile("(?<=..)ee$"), "e"),
)
_AFTER = (
    (re.compile("tric$"), "teu"),
    (re.compile("eu[rx]$"), "eu"),
    (re.compile("if$"), "iv"),
    (re.compile("iqu$"), "ic"),
)


@lru_cache(maxsize=100_000)
def stem(word: str, language: str = "fr") -> str:
    """Return the stem of a folded word in a language, given by its code.

    A word with digits is its own stem, and so is any word of a language that has no stemmer.
    """
    name = algorithm(language)
    if not name or not word.isalpha():
        return word
    french = name == "french"
    for pattern, ending in _BEFORE if french else ():
        word = pattern.sub(ending, word)
    # A stemmer holds the word it works on, so threads cannot share one; a new one costs nothing.
    word = snowballstemmer.stemmer(name).stemWord(word)
    for pattern, ending in _AFTER if french else ():
        word = pattern.sub(ending, word)
    return word
