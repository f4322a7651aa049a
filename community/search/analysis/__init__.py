"""What a text becomes before it is indexed or searched: folded, split, stemmed in its language.

The analysis is done here, in Python, on both sides of the search. The databases only ever see plain
lower-case letters and digits, so they need no language and cannot disagree.

How words are written is read the same way in every language: accents and apostrophes (``folding``),
inclusive forms (``inclusive``), hyphens and acronyms (``splitting``). Which words are one word,
and which mean nothing, is told by language (``stemming``, ``stop_words``).
"""

from .folding import LONGEST_QUERY, LONGEST_TEXT, LONGEST_WORD, fold
from .indexing import index_text
from .languages import every_language
from .questions import Slot, phrase, slots, terms, words_of
from .stemming import stem
from .stop_words import STOP_WORDS, stop_words

__all__ = [
    "LONGEST_QUERY",
    "LONGEST_TEXT",
    "LONGEST_WORD",
    "STOP_WORDS",
    "Slot",
    "every_language",
    "fold",
    "index_text",
    "phrase",
    "slots",
    "stem",
    "stop_words",
    "terms",
    "words_of",
]
