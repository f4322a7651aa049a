"""What is suggested while somebody types: pages, themes, places…, by the beginning of words."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.text import capfirst

from community.pages import active_language
from community.search.analysis import stop_words, terms, words_of
from community.search.completing import CANDIDATES, Candidate, candidates

LEAST_LETTERS = 3
"""Before that nothing is looked for (RGESN 4.9)."""

MOST = 6
# A word of that many letters may be a plural; known.js reads them likewise.
_LONG = 5


@dataclass(frozen=True)
class Suggestion:
    """A page, or all that is tied to a theme, a place…; ``type`` says in a word what it is."""

    title: str
    url: str
    type: str


@dataclass(frozen=True)
class Suggestions:
    """The best ones. ``complete``: there are no others, so whoever types on finds some of these."""

    found: tuple[Suggestion, ...] = ()
    complete: bool = True


def suggestions(request: HttpRequest, text: str) -> Suggestions:
    """Return what this visitor may see whose words begin as those of ``text``, the best first.

    What begins with the whole text comes first, then what holds it, the shortest titles before
    the long ones. Nothing for less than three letters. One query, besides what ``visible`` asks.
    """
    typed = terms(text)
    if sum(map(len, typed)) < LEAST_LETTERS:
        return Suggestions()
    # The last word may be the beginning of another; the articles before it are no help.
    articles = stop_words([active_language()])
    words = [word for word in typed[:-1] if word not in articles] + typed[-1:]
    if sum(map(len, words)) < LEAST_LETTERS:
        words = typed
    known = candidates(request, text, [_singular(word) for word in words])
    titled: dict[tuple[str, int], Candidate] = {}
    for one in sorted(known, key=lambda one: _rank(words, one.title, articles)):
        # Thirteen sites open with the same session: their titles would say nothing more.
        titled.setdefault((one.title, one.type_key), one)
    best = list(titled.values())[:MOST]
    complete = len(titled) <= MOST and len(known) < CANDIDATES
    return Suggestions(tuple(_suggestion(request, one) for one in best), complete)


def _rank(words: Sequence[str], title: str, articles: Collection[str]) -> tuple[int, int, str]:
    """Return the place of ``title``: it begins with the words, holds them in a row, or the rest."""
    own = [word for word in words_of(title) if word not in articles or word == words[-1]]
    wanted, text = " ".join(words), " ".join(own)
    if text.startswith(wanted):
        place = 0
    elif f" {wanted}" in text:
        place = 1
    else:
        place = 2 if _shows(words, title) else 3
    return place, len(title), title


def _shows(words: Sequence[str], title: str) -> bool:
    """Return whether each of ``words`` begins one of the title."""
    own = words_of(title)
    return all(any(one.startswith(word) for one in own) for word in words)


def _singular(word: str) -> str:
    """Return a typed word without the s of a plural: a title may have it or not."""
    return word[:-1] if len(word) >= _LONG and word.endswith("s") else word


def _suggestion(request: HttpRequest, one: Candidate) -> Suggestion:
    return Suggestion(one.title, one.url(request), capfirst(str(one.model._meta.verbose_name)))
