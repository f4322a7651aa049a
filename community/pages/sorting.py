"""Sorting as French does: É with E, œ with oe, leading articles and punctuation ignored."""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "’": "'"})
_ARTICLE = re.compile(r"^(?:l'|d'|(?:le|la|les|un|une|des|du|de la)\s+)")
_NOT_A_WORD = re.compile(r"[^\w\s]+")


def sort_key(text: object) -> str:
    """Return the text to sort ``text`` by: lower case, without accents, article or punctuation.

    Kept beside the title in the database, since SQLite knows no French collation.
    """
    lowered = str(text).casefold().translate(_LIGATURES)
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c)
    )
    plain = plain.lstrip(' «"“(-–—')
    without = _ARTICLE.sub("", plain, count=1)
    return " ".join(_NOT_A_WORD.sub(" ", without or plain).split())
