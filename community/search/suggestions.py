"""What is suggested while somebody types: pages, themes and places, by the beginning of words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Length
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from modelsearch.backends import get_search_backend
from wagtail.models import Page, ReferenceIndex

from community.models import Territory, Theme
from community.pages import active_language, visible
from community.search.analysis import STOP_WORDS, words_of

LEAST_LETTERS = 3
"""Before that nothing is looked for (RGESN 4.9)."""

MOST = 6
# Read from the database, the likeliest first, to choose among as French does.
_CANDIDATES = 60
_HIDDEN = 3
# What the results of /recherche/ may be narrowed to.
_DIRECTORIES = ((Theme, "theme", "slug"), (Territory, "territoire", "pk"))


@dataclass(frozen=True)
class Suggestion:
    """A page, or what is tied to a theme or a place; ``type`` says in a word what it is."""

    title: str
    url: str
    type: str


@dataclass(frozen=True)
class Suggestions:
    """The best ones. ``complete``: whoever types on will find none but these, by their titles."""

    found: tuple[Suggestion, ...] = ()
    complete: bool = True


def suggestions(request: HttpRequest, text: str) -> Suggestions:
    """Return what this visitor may see whose words begin as those of ``text``, the best first.

    What begins with the whole text comes first, then what holds it, the shortest titles before
    the long ones. Nothing for less than three letters. One query, besides what ``visible`` asks.
    """
    words = words_of(text)
    if sum(map(len, words)) < LEAST_LETTERS:
        return Suggestions()
    # The last word may be the beginning of another; the articles before it are no help.
    words = [word for word in words[:-1] if word not in STOP_WORDS] + words[-1:]
    rows = [row[:3] for row in _candidates(request, text, " ".join(words))]
    titled: dict[tuple[int, str], str] = {}
    for kind, title, address in sorted(rows, key=lambda row: _rank(words, row[1])):
        # Thirteen sites open with the same session: their titles would say nothing more.
        titled.setdefault((kind, title), address)
    best = [(*one, address) for one, address in titled.items()][:MOST]
    complete = len(titled) <= MOST and len(rows) < _CANDIDATES
    # What was found by another name than its title: only the database knows when it still is.
    complete = complete and all(_rank(words, title)[0] < _HIDDEN for _kind, title, _ in best)
    return Suggestions(tuple(_suggestion(request, *one) for one in best), complete)


def _candidates(request: HttpRequest, typed: str, words: str) -> QuerySet:
    """Return (content type, title, address, …) of what matches, in one query.

    The address is the path of a page, the value by which /recherche/ narrows to anything else.
    """
    pages = visible(request, Page)
    parts = [_rows(pages, words, typed, F("content_type_id"), "title", F("url_path"))]
    shown = pages.annotate(as_text=Cast("pk", CharField())).values("as_text")
    types = ContentType.objects.get_for_models(Page, *(model for model, *_ in _DIRECTORIES))
    for model, _parameter, value in _DIRECTORIES:
        used = ReferenceIndex.objects.filter(
            base_content_type=types[Page],
            to_content_type=types[model],
            to_object_id=Cast(OuterRef("pk"), CharField()),
            object_id__in=shown,
        )
        known = model.objects.filter(Exists(used))
        if model is Theme:
            known = known.filter(locale__language_code=active_language())
        parts.append(_rows(known, words, typed, Value(types[model].pk), "name", F(value)))
    rows = parts[0].union(*parts[1:], all=True)
    return rows.order_by("later", "letters", "row_key")[:_CANDIDATES]


def _rows(
    queryset: Any, words: str, typed: str, kind: Any, title: str, address: Any
) -> "QuerySet[Any, Any]":
    found = get_search_backend().autocomplete(words, queryset, order_by_relevance=False)
    return (
        found.get_queryset()
        .order_by()
        .annotate(
            row_type=Cast(kind, IntegerField()),
            row_key=F("pk"),
            shown=Cast(title, TextField()),
            address=Cast(address, TextField()),
            later=Case(When(**{f"{title}__istartswith": typed}, then=0), default=1),
            letters=Length(title),
        )
        .values_list("row_type", "shown", "address", "row_key", "later", "letters")
    )


def _rank(words: Sequence[str], title: str) -> tuple[int, int, str]:
    """Return the place of ``title``: begins with the words, holds them in a row, anywhere, no."""
    own = [word for word in words_of(title) if word not in STOP_WORDS or word == words[-1]]
    wanted, text = " ".join(words), " ".join(own)
    if text.startswith(wanted):
        place = 0
    elif f" {wanted}" in text:
        place = 1
    else:
        there = all(any(one.startswith(word) for one in own) for word in words)
        place = _HIDDEN - 1 if there else _HIDDEN
    return place, len(title), title


def _suggestion(request: HttpRequest, kind: int, title: str, address: str) -> Suggestion:
    model: Any = ContentType.objects.get_for_id(kind).model_class()
    for directory, parameter, _value in _DIRECTORIES:
        if model is directory:
            url = f"{reverse('search')}?{urlencode({parameter: address})}"
            return Suggestion(title, url, capfirst(str(model._meta.verbose_name)))
    page = Page(url_path=address, content_type_id=kind)
    return Suggestion(
        title, page.get_url(request) or "", capfirst(str(page.page_type_display_name))
    )
