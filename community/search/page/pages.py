"""What the search says of pages: where they stand, and the text of their extract."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, IntegerField, Q, TextField, Value
from django.db.models.functions import Cast
from django.http import HttpRequest
from wagtail.models import Page

from community.pages import CommunityPage, visible
from community.pages.homes import HOME_DEPTH
from community.search.page.extracts import Words
from community.search.page.streams import joined, plain_text, text_fields
from community.search.sources import Result


@dataclass(frozen=True)
class _Own:
    """What a page's own table says of it."""

    summary: str = ""
    belongs_to: int | None = None


def page_results(pages: Sequence[Page], request: HttpRequest, words: Words) -> dict[int, Result]:
    """Return what is shown of visible ``pages``, by key: three queries, whatever their number.

    The text is the summary when it holds one of the ``words``, else the page's text when that does
    or when there is no summary.
    """
    own = _own_facts(pages)
    places = _places(pages, own, request)
    texts = {page.pk: page.search_description or own[page.pk].summary for page in pages}
    if words.stems:
        silent = [page for page in pages if not words.extract(texts[page.pk]).found]
        texts |= {
            key: text
            for key, text in _bodies(silent).items()
            if not texts[key] or words.extract(text).found
        }
    return {
        page.pk: Result(
            page.title, page.get_url(request) or "", texts[page.pk], " › ".join(places[page.pk])
        )
        for page in pages
    }


def summaries_of(pages: Collection[Page]) -> dict[int, str]:
    """Return the summary of each page by its key: one query, whatever their types."""
    return {key: one.summary for key, one in _own_facts(pages).items()}


def _by_model(pages: Collection[Page]) -> dict[type[CommunityPage], list[int]]:
    models: dict[type[CommunityPage], list[int]] = {}
    for page in pages:
        model = page.specific_class
        if model is not None and issubclass(model, CommunityPage):
            models.setdefault(model, []).append(page.pk)
    return models


def _own_facts(pages: Collection[Page]) -> dict[int, _Own]:
    """Read the summary of each page, and the page that it says it belongs to: one query."""
    found = {page.pk: _Own() for page in pages}
    queries: list[Any] = []
    for model, keys in _by_model(pages).items():
        belongs_to = F(f"{model.belongs_to}_id") if model.belongs_to else Value(None)
        queries.append(
            model.objects.filter(pk__in=keys)
            .order_by()
            .annotate(above=Cast(belongs_to, IntegerField()))
            .values_list("pk", "summary", "above")
        )
    for key, *facts in _united(queries):
        found[key] = _Own(*facts)
    return found


def _places(
    pages: Collection[Page], own: dict[int, _Own], request: HttpRequest
) -> dict[int, list[str]]:
    """Return the titles of the visible pages where each one stands, from the top: one query.

    A page that says it belongs to another, outside its branch, stands there.
    """
    ends = range((HOME_DEPTH + 1) * Page.steplen, 256, Page.steplen)
    above = {page.path[:end] for page in pages for end in ends if end < len(page.path)}
    keys = {one.belongs_to for one in own.values() if one.belongs_to}
    if not above and not keys:
        return {page.pk: [] for page in pages}
    known = visible(request, language="all").filter(Q(path__in=above) | Q(pk__in=keys))
    rows = list(known.order_by("depth").values_list("pk", "path", "title"))
    return {
        page.pk: [
            title
            for key, path, title in rows
            if key == own[page.pk].belongs_to or (page.path.startswith(path) and page.path != path)
        ]
        for page in pages
    }


def _bodies(pages: Collection[Page]) -> dict[int, str]:
    """Return the text of each page that has one: one query over the tables of their types."""
    queries: list[Any] = []
    fields = {}
    for model, keys in _by_model(pages).items():
        for field in text_fields(model):
            place = len(fields)
            fields[place] = field
            queries.append(
                model.objects.filter(pk__in=keys)
                .order_by()
                .annotate(place=Value(place), raw=Cast(field.name, TextField()))
                .values_list("pk", "place", "raw")
            )
    texts: dict[int, dict[int, str]] = {}
    for key, place, raw in _united(queries):
        texts.setdefault(key, {})[place] = plain_text(fields[place], raw or "")
    return {
        key: joined(text for _place, text in sorted(held.items())) for key, held in texts.items()
    }


def _united(queries: list[Any]) -> Any:
    return queries[0].union(*queries[1:], all=True) if queries else ()
