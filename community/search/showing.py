"""Turns the rows of a search into what people read: read together by type, extracts marked."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import Q, TextField, Value
from django.db.models.functions import Cast
from django.http import HttpRequest
from wagtail.models import Page

from community.pages import visible

from .carried import Carried
from .extracts import Extract, Words
from .found import Row
from .pages import page_results
from .sources import Brief, Result, SearchSource
from .types import FoundType, by_key

#: What names one result: the keys of its content type and of the object.
Name = tuple[int, int]


@dataclass(frozen=True)
class Shown:
    """One result as it is shown; without a type it is a page of another site."""

    type: FoundType | None
    result: Result
    extract: Extract

    def as_data(self) -> dict[str, str]:
        """Return it for a program."""
        return {
            "title": self.result.title,
            "url": self.result.url,
            "type": str(self.type.label) if self.type else "",
            "extract": str(self.extract),
        }


@dataclass(frozen=True)
class Group:
    """The first results of one type; ``url`` leads to all of them."""

    label: Any
    total: int
    url: str
    shown: list[Shown]


class Showing:
    """Reads what the results of one page need: a fixed number of queries for each source."""

    def __init__(
        self,
        request: HttpRequest,
        types: Iterable[FoundType],
        sources: Iterable[SearchSource],
        words: Words,
        carried: Callable[[], Mapping[int, Carried]],
    ) -> None:
        self.request = request
        self.types = by_key(types)
        self.sources = {source.type_key: source for source in sources}
        self.words = words
        self.carried = carried

    def show(
        self, rows: Collection[Row], twins: Collection[UUID] = ()
    ) -> tuple[dict[Name, Shown], dict[UUID, Name]]:
        """Return what is shown of ``rows``, by name, and of the pages with these translation keys.

        What was withdrawn meanwhile is not there; nor are ``twins`` that the visitor may not see
        in the active language, whose names come apart.
        """
        by_type: dict[int, list[int]] = {}
        for type_key, key, _score in rows:
            by_type.setdefault(type_key if type_key in self.sources else 0, []).append(key)
        wanted = by_type.pop(0, [])
        above = self._carriers(by_type)
        every = self._pages({*wanted, *(key for keys in above.values() for key in keys)}, twins)
        pages = [page for page in every if page.pk in wanted or page.translation_key in twins]
        told = page_results(pages, self.request, self.words)
        results = {(page.content_type_id, page.pk): told[page.pk] for page in pages}
        results |= self._others(by_type)
        carriers = {page.pk: (page.title, page.get_url(self.request) or "") for page in every}
        for name, keys in above.items():
            page = next((carriers[key] for key in keys if key in carriers), None)
            if page and name in results:
                results[name] = replace(results[name], page=page)
        shown = {name: self.shown(result, name[0]) for name, result in results.items()}
        named = {page.translation_key: (page.content_type_id, page.pk) for page in pages}
        return shown, {key: named[key] for key in twins if key in named}

    def shown(self, result: Result, type_key: int = 0) -> Shown:
        """Return ``result`` with its extract."""
        return Shown(self.types.get(type_key), result, self.words.extract(result.text))

    def _carriers(self, by_type: Mapping[int, Collection[int]]) -> dict[Name, list[int]]:
        """The keys of the pages that carry each of these, visible or not."""
        found: dict[Name, list[int]] = {}
        carried = self.carried() if any(self.sources[key].carriers for key in by_type) else {}
        for type_key, one in carried.items():
            for page, keys in sorted(one.held.items()):
                for key in keys.intersection(by_type.get(type_key, ())):
                    found.setdefault((type_key, key), []).append(page)
        return found

    def _others(self, by_type: Mapping[int, Collection[int]]) -> dict[Name, Result]:
        found: dict[int, list[Any]] = {key: [] for key in by_type}
        brief = []
        for type_key, keys in by_type.items():
            source = self.sources[type_key]
            if source.columns:
                columns = [Cast(one, TextField()) for one in source.columns]
                objects = source.objects.model._base_manager.filter(pk__in=keys).order_by()
                brief.append(objects.values_list(Value(type_key), "pk", *columns))
            else:
                found[type_key] = list(source.objects.filter(pk__in=keys))
        for type_key, *facts in brief[0].union(*brief[1:], all=True) if brief else ():
            found[type_key].append(Brief(*facts))
        return {
            (type_key, one.pk): result
            for type_key, objects in found.items()
            for one, result in zip(
                objects, self.sources[type_key].results(objects, self.request), strict=True
            )
        }

    def _pages(self, keys: Collection[int], twins: Collection[UUID]) -> list[Any]:
        if not keys and not twins:
            return []
        asked = Q(pk__in=keys) | Q(translation_key__in=twins)
        return list(visible(self.request, Page).filter(asked).select_related("locale"))
