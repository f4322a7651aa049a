"""One way to write each letter: no accent, no ligature, one apostrophe, one hyphen."""

import re
import unicodedata

LONGEST_WORD = 64
"""Letters kept of a word; PostgreSQL refuses to look for a word of more than 2,046 bytes."""

LONGEST_TEXT = 200_000
"""Characters indexed of one field, a hundred printed pages; PostgreSQL refuses a megabyte."""

LONGEST_QUERY = 1_000
"""Characters read of a query, so that no one can make the server work on a pasted book."""

# Letters that Unicode does not take apart, and the many ways to write an apostrophe and a hyphen.
_LETTERS = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
    | {"đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ħ": "h", "ı": "i"}
    | dict.fromkeys("’‘‛ʼʻʹꞌ՚′‵`´", "'")
    | dict.fromkeys("‐‑‒−﹣", "-")
)
# Accents once they are apart from their letter, soft hyphens, and characters of no width.
_INVISIBLE = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]")


def fold(text: str) -> str:
    """Return ``text`` in lower case, without accents, ligatures or characters that do not show."""
    return plain(text).casefold()


def plain(text: str) -> str:
    """Return ``text`` as :func:`fold` does, but with its capitals."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFKD", text.translate(_LETTERS)))
