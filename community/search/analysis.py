"""What a French text becomes before it is indexed or searched: folded, split, stemmed.

The analysis is done here, in Python, on both sides of the search. The databases only ever see plain
lower-case letters and digits, so they need no French configuration and cannot disagree.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import groupby

import snowballstemmer

LONGEST_WORD = 64
"""Letters kept of a word; PostgreSQL refuses to look for a word of more than 2,046 bytes."""

LONGEST_TEXT = 200_000
"""Characters indexed of one field, a hundred printed pages; PostgreSQL refuses a megabyte."""

LONGEST_QUERY = 1_000
"""Characters read of a query, so that no one can make the server work on a pasted book."""

# Without accents or elision, as the words are when they are compared with these.
_STOP_WORDS = """
    a au aux avec ce ces cet cette comme dans de des donc du elle elles en est et eux il ils je la
    le les leur leurs lui ma mais me mes moi mon ne ni nos notre nous on ont ou par pas pour que
    quel quelle quelles quels qui sa se ses si son sont sur ta te tes toi ton tu un une vers vos
    votre vous y
    an and are at by for from in is it of or the to with
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())

# Letters that Unicode does not take apart, and the many ways to write an apostrophe.
_LETTERS = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
    | dict.fromkeys("’‘‛ʼ′`´", "'")
)
# Accents once they are apart from their letter, soft hyphens, and characters of no width.
_INVISIBLE = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]")
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'")
_WORD = re.compile(r"[^\W_]+")

# acteurs.ice, acteur·rice·s, chargé.e, citoyen.ne.s; but neither exemple.fr nor "M. le maire".
# Only lower-case endings: "C'est fini.Le lendemain" lacks a space, it is no feminine.
_INCLUSIVE = re.compile(
    r"\b([^\W\d_]{2,}?)(s?)[.·•‧⋅]"
    r"(trice|rice|ice|euse|sse|ere|ne|le|ve|te|fe|e)s?(?:[.·•‧⋅]s)?(?!\w|[.·•‧⋅]\w)"
)
# The written ending, the end of the masculine that it replaces, and what replaces it.
_FEMININE = (
    ("ice", "eur", "rice"),
    ("euse", "eur", "euse"),
    ("euse", "eux", "euse"),
    ("ve", "f", "ve"),
    ("ere", "er", "ere"),
)
# What the stemmer does not undo, on words that have lost their accents. Before it: a plural s (it
# makes "usager" of "usagers", but "usag" of "usager"), conseillère, chargée. After it: acteur and
# actrice, porteur and porteuse, enjeu and enjeux, collectif and collective, public and publique.
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


def fold(text: str) -> str:
    """Return ``text`` in lower case, without accents, ligatures or characters that do not show."""
    return _plain(text).casefold()


def index_text(text: str, *, stemmed: bool = True) -> str:
    """Return the words under which ``text`` is found, separated by spaces.

    An inclusive form gives each of the words it stands for. With ``stemmed=False`` words stay
    whole, for completion while typing.
    """
    words = _words(_INCLUSIVE.sub(_all_forms, _plain(text[:LONGEST_TEXT])))
    if stemmed:
        words = [stem(word) for word in words]
    # The forms of one word mostly share a stem: once is enough, and phrases stay together.
    return " ".join(word for word, _repeats in groupby(words))


def terms(text: str, limit: int = 16, *, stemmed: bool = True) -> list[str]:
    """Return the words to look for when someone types ``text``, each once, ``limit`` at most.

    Stop words are left out unless there is nothing else. With ``stemmed=False`` (completion) they
    stay, since the last word may be only the beginning of another. The list is empty when the text
    holds no letter and no digit; nothing in it is ever an operator, whatever was typed.
    """
    words = words_of(text)
    if stemmed:
        words = [stem(word) for word in [w for w in words if w not in STOP_WORDS] or words]
    return list(dict.fromkeys(words))[:limit]


def words_of(text: str) -> list[str]:
    """Return the folded words of what someone types, in order; an inclusive form gives one."""
    return _words(_INCLUSIVE.sub(r"\1\2", _plain(text[:LONGEST_QUERY])))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the stem of a folded word, the same for its singular, plural and feminine.

    A word with digits is its own stem.
    """
    if not word.isalpha():
        return word
    for pattern, ending in _BEFORE:
        word = pattern.sub(ending, word)
    # A stemmer holds the word it works on, so threads cannot share one; a new one costs nothing.
    word = snowballstemmer.stemmer("french").stemWord(word)
    for pattern, ending in _AFTER:
        word = pattern.sub(ending, word)
    return word


def _plain(text: str) -> str:
    """Return ``text`` as ``fold`` does, but with its capitals."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFKD", text.translate(_LETTERS)))


def _words(plain: str) -> list[str]:
    """Return the words of a plain text, elided articles and the like left out."""
    return [word[:LONGEST_WORD] for word in _WORD.findall(_ELISION.sub(" ", plain.casefold()))]


def _all_forms(match: re.Match[str]) -> str:
    """Return the masculine and feminine, singular and plural, that an inclusive form stands for."""
    masculine, _plural, ending = match.groups()
    feminine = masculine + ending
    for written, replaced, replacement in _FEMININE:
        if ending.endswith(written) and masculine.endswith(replaced):
            feminine = masculine.removesuffix(replaced) + replacement
    return f"{masculine} {masculine}s {feminine} {feminine}s"
