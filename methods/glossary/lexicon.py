"""The terms that anybody may read, in memory: one lexicon for each site and language.

It is made with one query when a term has changed, and used without any.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils.html import format_html
from wagtail.models import Site

from community.pages import active_language, of_anybody, once, visible
from community.pages.sorting import sort_key
from community.search.synonyms import SearchSynonyms

from . import generation
from .matching import Matcher
from .phrases import Phrase, phrases_of


@dataclass(frozen=True)
class Term:
    """What the site needs to know of a term to show it elsewhere."""

    key: int
    title: str
    definition: str
    url: str
    in_text: bool
    synonyms: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    language: str = "fr"

    @cached_property
    def sort_key(self) -> str:
        return sort_key(self.title, self.language)

    @cached_property
    def opening(self) -> str:
        """The tag before its words in a text: a link, which a script shows the definition of."""
        return format_html(
            '<a class="term" href="{}" data-definition="{}">', self.url, self.definition
        )

    def phrases(self) -> list[Phrase]:
        """The words by which texts name it."""
        return phrases_of(self.title, self.synonyms, self.acronyms, self.forms)


@dataclass(frozen=True)
class Reference:
    """A synonym or an acronym, listed at its own place, that leads to its term."""

    name: str
    key: str
    term: Term


@dataclass(frozen=True)
class Lexicon:
    """The terms of a site in one language, sorted as French sorts them."""

    terms: tuple[Term, ...]
    language: str = ""

    @cached_property
    def matcher(self) -> Matcher:
        """Finds the terms that are to be explained in texts."""
        explained = ((term.key, term.phrases()) for term in self.terms if term.in_text)
        return Matcher(explained)

    @cached_property
    def by_key(self) -> dict[int, Term]:
        """The terms by the key of their page."""
        return {term.key: term for term in self.terms}

    @cached_property
    def references(self) -> list[Reference]:
        """The synonyms and acronyms that are no title themselves, sorted as the terms are."""
        titles = {term.sort_key for term in self.terms}
        found = {
            (key, term.key): Reference(name, key, term)
            for term in self.terms
            for name in (*term.acronyms, *term.synonyms)
            if (key := sort_key(name, term.language)) and key not in titles
        }
        return sorted(found.values(), key=lambda one: one.key)

    @cached_property
    def synonyms(self) -> SearchSynonyms:
        """The words that search takes for one another."""
        groups = ((term.title, *term.synonyms, *term.acronyms) for term in self.terms)
        return SearchSynonyms(groups, self.language)


_lexicons: dict[tuple[int, str], tuple[str, Lexicon]] = {}


def lexicon(request: HttpRequest, language: str = "") -> Lexicon:
    """Return the lexicon of the request's site in ``language``, the active one by default."""
    language = language or active_language()
    return once(request, f"methods.lexicon.{language}", lambda: _lexicon(request, language))


def _lexicon(request: HttpRequest, language: str) -> Lexicon:
    site = Site.find_for_request(request)
    if site is None:
        return Lexicon(())
    # The number is read first: a term that changes meanwhile changes it again.
    now = once(request, "methods.glossary.generation", generation.current)
    made, known = _lexicons.get((site.pk, language), ("", None))
    if known is None or made != now:
        known = Lexicon(tuple(_read(request, language)), language)
        _lexicons[site.pk, language] = (now, known)
    return known


def _read(request: HttpRequest, language: str) -> list[Term]:
    from ..models import GlossaryTermPage

    pages = visible(of_anybody(request), GlossaryTermPage, language="all")
    pages = pages.filter(locale__language_code=language).select_related("locale")
    return [_term(page, request) for page in pages.order_by("sort_title", "pk")]


def _term(page: Any, request: HttpRequest) -> Term:
    return Term(
        key=page.pk,
        title=page.title,
        definition=page.summary,
        url=page.get_url(request) or "",
        in_text=page.in_text,
        synonyms=tuple(page.synonyms),
        acronyms=tuple(page.acronyms),
        forms=tuple(page.other_forms),
        language=page.locale.language_code,
    )
