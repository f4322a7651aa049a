"""Reads what begins as somebody types, of pages and of directories, in one query."""

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
    Model,
    OuterRef,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Length
from django.http import HttpRequest
from django.urls import reverse
from modelsearch.backends import get_search_backend
from modelsearch.query import And, PlainText
from wagtail.models import Page, ReferenceIndex

from community.models import Territory, Theme
from community.pages import active_language, visible

CANDIDATES = 60
"""How many are read, the likeliest first: to choose among them as French does."""

# What narrows the results of /recherche/: the parameter, and what it is given.
_DIRECTORIES: dict[type[Model], tuple[str, str]] = {
    Theme: ("theme", "slug"),
    Territory: ("territoire", "pk"),
}


@dataclass(frozen=True)
class Candidate:
    """A page, or a row of a directory: its content type, its name, and what leads to it."""

    type_key: int
    title: str
    address: str

    @property
    def model(self) -> type[Model]:
        """What it is one of."""
        found = ContentType.objects.get_for_id(self.type_key).model_class()
        assert found is not None
        return found

    def url(self, request: HttpRequest) -> str:
        """Return where it leads: the page, or all that is tied to a theme or a place."""
        if self.model in _DIRECTORIES:
            parameter, _value = _DIRECTORIES[self.model]
            return f"{reverse('search')}?{urlencode({parameter: self.address})}"
        page = Page(url_path=self.address, content_type_id=self.type_key)
        return page.get_url(request) or ""


def candidates(request: HttpRequest, typed: str, beginnings: Sequence[str]) -> list[Candidate]:
    """Return what this visitor may see that has words which begin by each of ``beginnings``.

    First what begins by ``typed`` as it stands, then the shortest. A theme or a place is known by
    the visible pages that refer to it.
    """
    # Upstream completes the last word of a text: each of these is one.
    words = And([PlainText(beginning) for beginning in beginnings])
    pages = visible(request, Page)
    parts = [_rows(pages, words, typed, F("content_type_id"), "title", "url_path")]
    shown = pages.annotate(as_text=Cast("pk", CharField())).values("as_text")
    types = ContentType.objects.get_for_models(Page, *_DIRECTORIES)
    for model, (_parameter, value) in _DIRECTORIES.items():
        used = ReferenceIndex.objects.filter(
            base_content_type=types[Page],
            to_content_type=types[model],
            to_object_id=Cast(OuterRef("pk"), CharField()),
            object_id__in=shown,
        )
        known = model._default_manager.filter(Exists(used))
        if model is Theme:
            known = known.filter(locale__language_code=active_language())
        parts.append(_rows(known, words, typed, Value(types[model].pk), "name", value))
    rows = parts[0].union(*parts[1:], all=True)
    rows = rows.order_by("later", "letters", "row_type", "row_key")[:CANDIDATES]
    return [Candidate(*row[:3]) for row in rows]


def _rows(
    queryset: QuerySet, words: And, typed: str, row_type: Any, title: str, address: str
) -> "QuerySet[Any, Any]":
    found = get_search_backend().autocomplete(words, queryset, order_by_relevance=False)
    rows = found.get_queryset().order_by()
    return rows.annotate(
        row_type=Cast(row_type, IntegerField()),
        shown=Cast(title, TextField()),
        address=Cast(address, TextField()),
        row_key=F("pk"),
        later=Case(When(**{f"{title}__istartswith": typed}, then=0), default=1),
        letters=Length(title),
    ).values_list("row_type", "shown", "address", "later", "letters", "row_key")
