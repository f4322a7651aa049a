"""All that the search looks through, pages and the rest, under the filters in force."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import and_
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.query import PageQuerySet

from .carried import Carried
from .found import Row, counts_by_type, first_of_each, matching, ranked, typed
from .query import Step
from .sources import SearchSource


@dataclass(frozen=True)
class Filters:
    """What is left: pages that fulfil every one of ``conditions`` (by the filter's name), of the
    content types with these keys; no key: of every type."""

    conditions: Mapping[str, Q] = field(default_factory=dict)
    types: frozenset[int] = frozenset()

    def on_pages(self) -> Q:
        """Return all the conditions as one, without the types."""
        return reduce(and_, self.conditions.values(), Q())

    @property
    def name(self) -> tuple[Any, ...]:
        """What tells it from the others of one request."""
        return (frozenset(self.conditions), self.types)


class Everything:
    """``pages`` have gone through ``visible(request)``, and ``sources`` are beside them.

    A ``step`` says what words to look for; without any, everything is found.
    """

    def __init__(self, pages: PageQuerySet, sources: Iterable[SearchSource]) -> None:
        self.pages = pages
        self.sources = list(sources)
        self._counts: dict[Any, dict[int, int]] = {}
        self._carried: dict[Any, Carried] = {}
        self._left: dict[Any, set[int]] = {}

    def counts(self, step: Step | None, filters: Filters) -> dict[int, int]:
        """Return how many results there are of each type: one query, then kept."""
        name = (_name(step), filters.name)
        if name not in self._counts:
            self._counts[name] = counts_by_type(self._among(step, filters), _query(step))
        return self._counts[name]

    def ranked(self, step: Step | None, filters: Filters) -> QuerySet:
        """Return the rows of all results, best first."""
        return ranked(self._among(step, filters), _query(step))

    def first_of_each(self, step: Step | None, filters: Filters, number: int) -> list[Row]:
        """Return the rows of the best ``number`` results of each type, best first: one query."""
        return list(first_of_each(self._among(step, filters), _query(step), number))

    def pages_found(self, step: Step | None, filters: Filters) -> PageQuerySet:
        """Return the pages among the results, in no order."""
        pages = self.pages.filter(filters.on_pages())
        if filters.types:
            pages = pages.filter(content_type__in=filters.types)
        return matching(pages, _query(step))

    def carried(self, step: Step | None) -> dict[int, Carried]:
        """Return what pages carry of what the words find, by type: one query each, then kept."""
        for source in self.sources:
            if source.carriers and (_name(step), source.name) not in self._carried:
                pairs = source.carriers(matching(source.objects, _query(step)))
                self._carried[_name(step), source.name] = Carried(pairs, self.pages)
        return {
            source.type_key: self._carried[_name(step), source.name]
            for source in self.sources
            if source.carriers
        }

    def _among(self, step: Step | None, filters: Filters) -> list[QuerySet]:
        pages = self.pages.filter(filters.on_pages())
        if filters.types:
            pages = pages.filter(content_type__in=filters.types)
        found = [typed(pages)]
        for source in self.sources:
            if filters.types and source.type_key not in filters.types:
                continue
            objects = source.objects
            if source.carriers is None and (filters.conditions or step is None):
                continue
            if filters.conditions:
                objects = objects.filter(pk__in=self._left_of(source, step, filters))
            found.append(typed(objects, source.type_key))
        return found

    def _left_of(self, source: SearchSource, step: Step | None, filters: Filters) -> set[int]:
        name = (source.name, _name(step), frozenset(filters.conditions))
        if name not in self._left:
            carried = self.carried(step)[source.type_key]
            self._left[name] = carried.left({"": filters.on_pages()})[""]
        return self._left[name]


def _query(step: Step | None) -> Any:
    return step.query if step else None


def _name(step: Step | None) -> str:
    return step.name if step else ""
