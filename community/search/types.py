"""The filter by type: every type of page, and what the search finds beside pages."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import get_page_models

from community.listing.filters import FacetOptions, Option
from community.pages import CommunityPage, IndexPage
from community.pages.sorting import sort_key

from .sources import SearchSource


@dataclass(frozen=True)
class FoundType:
    """A type of results: its content types, its name in addresses, how people call one and many."""

    keys: frozenset[int]
    name: str
    label: Any
    plural: Any

    def number(self, counts: Mapping[int, int]) -> int:
        """Return how many results it has, of ``counts`` by content type."""
        return sum(counts.get(key, 0) for key in self.keys)


def by_key(types: Iterable[FoundType]) -> dict[int, FoundType]:
    """Return the types by each of their content types."""
    return {key: one for one in types for key in one.keys}


@cache
def page_types() -> tuple[FoundType, ...]:
    """Return the types of pages, the lists of the site being one.

    A name is that of the model, with its plugin's if two share it.
    """
    models = [model for model in get_page_models() if issubclass(model, CommunityPage)]
    keys = {model: one.pk for model, one in ContentType.objects.get_for_models(*models).items()}
    lists = frozenset(keys[model] for model in models if issubclass(model, IndexPage))
    models = [model for model in models if not issubclass(model, IndexPage)]
    names = Counter(_short(model) for model in models)
    types = [
        FoundType(
            frozenset([keys[model]]),
            _short(model) if names[_short(model)] == 1 else model._meta.label_lower,
            model._meta.verbose_name,
            model._meta.verbose_name_plural,
        )
        for model in models
    ]
    return (
        *types,
        FoundType(lists, "rubrique", _("section of the site"), _("sections of the site")),
    )


def _short(model: type[CommunityPage]) -> str:
    return str(model._meta.model_name).removesuffix("page")


def source_type(source: SearchSource) -> FoundType:
    """Return the type of what ``source`` gives."""
    return FoundType(frozenset([source.type_key]), source.name, source.label, source.plural)


@dataclass(frozen=True)
class Types:
    """The filter by type. ``counts`` gives how many results each type has under other filters."""

    types: Sequence[FoundType]
    counts: Callable[[], Mapping[int, int]]

    name: ClassVar[str] = "type"
    label: ClassVar[Any] = _("Type")
    template: ClassVar[str] = "community/listing/facet.html"

    def lookup(self, pages: Any, values: Sequence[str], request: HttpRequest) -> None:
        return None

    def understood(self, values: Sequence[str], found: Mapping[str, Any]) -> dict[str, Any]:
        return {one.name: one.plural for one in self.types if one.name in values}

    def condition(self, model: Any, values: Sequence[str]) -> Q:
        return Q(
            content_type__in=[key for one in self.types if one.name in values for key in one.keys]
        )

    def options(self, pages: Any, chosen: Mapping[str, Any], request: HttpRequest) -> FacetOptions:
        counts = self.counts()
        options = [
            Option(one.name, one.plural, one.number(counts), one.name in chosen)
            for one in self.types
            if one.number(counts) or one.name in chosen
        ]
        return FacetOptions(self, sorted(options, key=lambda one: sort_key(capfirst(one.label))))
