"""Reads what begins as somebody types, of pages and of directories, in one query."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, F, IntegerField, Model, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Length
from django.http import HttpRequest
from django.urls import reverse
from modelsearch.backends import get_search_backend
from modelsearch.query import And, PlainText
from wagtail.models import Page

from community.models import Organisation, Person, Territory, Theme
from community.pages import visible

from .directories import (
    FULL_NAME,
    ORGANISATION,
    PERSON,
    TERRITORY,
    THEME,
    known_organisations,
    known_people,
    known_territories,
    known_themes,
)

CANDIDATES = 60
"""How many are read, the likeliest first: to choose among them as French does."""


@dataclass(frozen=True)
class Directory:
    """What narrows the results of the search: by which parameter, given what, called how."""

    parameter: str
    known: Callable[[HttpRequest], QuerySet]
    value: str = "pk"
    title: Any = F("name")


DIRECTORIES: dict[type[Model], Directory] = {
    Theme: Directory(THEME, known_themes, "slug"),
    Territory: Directory(TERRITORY, known_territories),
    Organisation: Directory(ORGANISATION, known_organisations),
    Person: Directory(PERSON, known_people, title=FULL_NAME),
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
        """Return where it leads: the page, or all that is tied to a theme, a place…"""
        if directory := DIRECTORIES.get(self.model):
            return f"{reverse('search')}?{urlencode({directory.parameter: self.address})}"
        page = Page(url_path=self.address, content_type_id=self.type_key)
        return page.get_url(request) or ""


def candidates(request: HttpRequest, typed: str, beginnings: Sequence[str]) -> list[Candidate]:
    """Return what this visitor may see that has words which begin by each of ``beginnings``.

    First what begins by ``typed`` as it stands, then the shortest.
    """
    # Upstream completes the last word of a text: each of these is one.
    words = And([PlainText(beginning) for beginning in beginnings])
    page_type, address = F("content_type_id"), F("url_path")
    parts = [_rows(visible(request, Page), words, typed, page_type, F("title"), address)]
    types = ContentType.objects.get_for_models(*DIRECTORIES)
    for model, one in DIRECTORIES.items():
        kind, value = Value(types[model].pk), F(one.value)
        parts.append(_rows(one.known(request), words, typed, kind, one.title, value))
    rows = parts[0].union(*parts[1:], all=True)
    rows = rows.order_by("later", "letters", "row_type", "row_key")[:CANDIDATES]
    return [Candidate(*row[:3]) for row in rows]


def _rows(
    queryset: QuerySet, words: And, typed: str, row_type: Any, title: Any, address: Any
) -> "QuerySet[Any, Any]":
    found = get_search_backend().autocomplete(words, queryset, order_by_relevance=False)
    rows = found.get_queryset().order_by().annotate(shown=Cast(title, TextField()))
    return rows.annotate(
        row_type=Cast(row_type, IntegerField()),
        address=Cast(address, TextField()),
        later=Case(When(shown__istartswith=typed, then=0), default=1),
        letters=Length("shown"),
        row_key=F("pk"),
    ).values_list("row_type", "shown", "address", "later", "letters", "row_key")
