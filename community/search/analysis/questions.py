"""The words to look for when somebody types a text."""

from collections.abc import Sequence

from .folding import LONGEST_QUERY, plain
from .inclusive import with_one_form
from .splitting import Token, glued, runs, tokens
from .stemming import stem
from .stop_words import stop_words

Slot = tuple[str, ...]
"""The stems any of which will do for one word of a question."""

MOST_WORDS = 16


def slots(text: str, languages: Sequence[str], limit: int = MOST_WORDS) -> list[Slot]:
    """Return what to look for in place of each word of ``text``, ``limit`` words at most.

    All of them are wanted. A word is looked for in each of ``languages``, and as one with its
    neighbours: co-construction and co construction find coconstruction. Stop words are left out
    unless there is nothing else. The list is empty when the text holds no letter and no digit;
    nothing in it is ever an operator, whatever was typed.
    """
    words = _tokens(text)[: 10 * limit]
    stops = stop_words(languages)
    wanted = [place for place, token in enumerate(words) if token.word not in stops]
    as_one = _neighbours(words, wanted)
    wanted = wanted or list(range(len(words)))
    found: dict[Slot, Slot] = {}
    for place in wanted:
        own = _stems([words[place].word], languages)
        found.setdefault(own, own + _stems(as_one.get(place, []), languages))
    return [tuple(dict.fromkeys(slot)) for slot in list(found.values())[:limit]]


def phrase(text: str, language: str) -> str:
    """Return the stems of ``text`` as they follow each other in what is indexed."""
    return " ".join(stem(token.word, language) for token in _tokens(text))


def terms(text: str, limit: int = MOST_WORDS) -> list[str]:
    """Return the whole words to look for, each once: the last may be the beginning of a word."""
    found = tokens(with_one_form(plain(text[:LONGEST_QUERY])), saints=False)
    last = found.pop().word if found else ""
    words = [token.word for token in tokens(" ".join(token.word for token in found))]
    return list(dict.fromkeys(words + [last] * bool(last)))[:limit]


def words_of(text: str) -> list[str]:
    """Return the folded words of what someone types, in order; an inclusive form gives one."""
    return [token.word for token in _tokens(text)]


def _tokens(text: str) -> list[Token]:
    return tokens(with_one_form(plain(text[:LONGEST_QUERY])))


def _neighbours(words: list[Token], wanted: list[int]) -> dict[int, list[str]]:
    """Return what each word is part of when it is written in one with others, by its place."""
    found: dict[int, list[str]] = {}
    known = set(wanted)
    pairs = [
        (place, place + 2)
        for place in wanted
        if place + 1 in known and words[place].word.isalpha() == words[place + 1].word.isalpha()
    ]
    for start, end in dict.fromkeys(runs(words) + pairs):
        for place in range(start, end):
            found.setdefault(place, []).append(glued(words[start:end]))
    return found


def _stems(words: Sequence[str], languages: Sequence[str]) -> Slot:
    return tuple(dict.fromkeys(stem(word, one) for word in words for one in languages))
