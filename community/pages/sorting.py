"""Sorting as readers expect: É with E, œ with oe, leading articles and punctuation ignored."""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "’": "'"})
# "A" opens many a French title (« À propos »): to each its own.
_ARTICLES = {
    "fr": re.compile(r"^(?:l'|d'|(?:le|la|les|un|une|des|du|de la)\s+)"),
    "en": re.compile(r"^(?:the|an?)\s+"),
}
_NOT_A_WORD = re.compile(r"[^\w\s]+")


def sort_key(text: object, language: str = "fr") -> str:
    """Return the text to sort ``text`` by: lower case, without accents, article or punctuation.

    Kept beside the title in the database, since SQLite knows no French collation. ``language`` is
    that of the text, such as ``"en"`` or ``"en-gb"``; of one without a rule, every word counts.
    """
    lowered = str(text).casefold().translate(_LIGATURES)
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c)
    )
    plain = plain.lstrip(' «"“(-–—')
    article = _ARTICLES.get(language.partition("-")[0])
    without = article.sub("", plain, count=1) if article else plain
    return " ".join(_NOT_A_WORD.sub(" ", without or plain).split())
