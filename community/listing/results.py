"""One list, as somebody asked for it: the pages, the facets with live counts, the chips."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest
from django.utils.functional import cached_property
from wagtail.query import PageQuerySet

from community.pages.sorting import sort_key
from community.pages.visibility import visible
from community.search.query import search_pages

from .declaration import LAYOUT_LABELS, Facet, Listing
from .query import ListingQuery


@dataclass(frozen=True)
class Option:
    """One value of a facet: how many pages it would leave, and whether it is chosen."""

    value: str
    label: Any
    count: int
    selected: bool


@dataclass(frozen=True)
class FacetOptions:
    """A facet with its options; ``open`` when one of them is chosen."""

    facet: Facet
    options: list[Option]

    @property
    def open(self) -> bool:
        return any(option.selected for option in self.options)


@dataclass(frozen=True)
class Chip:
    """A chosen filter and the address of the list without it."""

    facet_label: Any
    label: Any
    url: str


@dataclass(frozen=True)
class Choice:
    """A sort or a layout: its label, its address, whether it is the current one."""

    name: str
    label: Any
    url: str
    current: bool


class Results:
    """The answer to a list's query string, computed when a template asks for it.

    ``pages`` must already have gone through ``visible(request)``.
    """

    def __init__(self, listing: Listing, request: HttpRequest, pages: PageQuerySet) -> None:
        self.listing = listing
        self.request = request
        self.query = ListingQuery.read(request.GET, listing)
        self.everything = pages

    @cached_property
    def facets(self) -> list[FacetOptions]:
        """The facets that offer something, each with counts that respect all the others."""
        found = [FacetOptions(facet, self._options(facet)) for facet in self.listing.facets]
        return [facet for facet in found if facet.options]

    @cached_property
    def chips(self) -> list[Chip]:
        """The filters in force, in the order of the facets; the words come first."""
        chips = []
        if self.query.text:
            chips.append(Chip("", f"« {self.query.text} »", self.query.as_query(text="")))
        for found in self.facets:
            name = found.facet.name
            for option in found.options:
                if option.selected:
                    others = tuple(v for v in self.query.values[name] if v != option.value)
                    url = self.query.as_query(values={name: others})
                    chips.append(Chip(found.facet.label, option.label, url))
        return chips

    @cached_property
    def ignored(self) -> list[str]:
        """The values asked for that no page of the list has: the page says so."""
        known = {
            (found.facet.name, option.value) for found in self.facets for option in found.options
        }
        return [
            value
            for name, values in self.query.values.items()
            for value in values
            if (name, value) not in known
        ]

    @cached_property
    def page(self) -> Any:
        """The page of results; a number out of range gives the nearest page that exists."""
        order = next(
            (sort.order_by for sort in self.listing.sorts if sort.name == self.query.sort),
            None if self.query.text else self.listing.sorts[0].order_by,
        )
        pages = self.listing.related(self._filtered().select_related("locale"), self.request)
        if order is not None:
            pages = pages.order_by(*order, "pk")
        return Paginator(pages, self.listing.page_size).get_page(self.query.page)

    @property
    def total(self) -> int:
        """How many pages answer."""
        return self.page.paginator.count

    @property
    def layout(self) -> str:
        """The layout in force."""
        return self.query.layout or self.listing.layouts[0]

    @property
    def layouts(self) -> list[Choice]:
        """The layouts to choose from, none when there is only one."""
        if len(self.listing.layouts) < 2:
            return []
        return [
            Choice(n, LAYOUT_LABELS[n], self.query.as_query(layout=n), n == self.layout)
            for n in self.listing.layouts
        ]

    @property
    def sorts(self) -> list[Choice]:
        """The orders to choose from."""
        current = self.query.sort or ("" if self.query.text else self.listing.sorts[0].name)
        return [
            Choice(s.name, s.label, self.query.as_query(sort=s.name), s.name == current)
            for s in self.listing.sorts
        ]

    @property
    def pager(self) -> list[dict[str, Any]]:
        """The page numbers with their addresses; a gap has no number."""
        numbers = self.page.paginator.get_elided_page_range(self.page.number, on_each_side=1)
        return [
            {
                "number": n if isinstance(n, int) else None,
                "url": self.query.as_query(page=n) if isinstance(n, int) else "",
                "current": n == self.page.number,
            }
            for n in numbers
        ]

    @property
    def previous_url(self) -> str:
        return self.query.as_query(page=self.page.number - 1) if self.page.has_previous() else ""

    @property
    def next_url(self) -> str:
        return self.query.as_query(page=self.page.number + 1) if self.page.has_next() else ""

    def newest(self, number: int) -> list[Any]:
        """The ``number`` pages that answer and were published last, for a feed."""
        pages = self._filtered().order_by("-first_published_at", "pk").select_related("locale")
        return list(pages.prefetch_related("tagged_items__tag")[:number])

    def rows(self) -> list[dict[str, Any]]:
        """The pages of the table layout with their cells."""
        return [
            {"page": page, "cells": [(c.label, c.cell(page)) for c in self.listing.columns]}
            for page in self.page
        ]

    @cached_property
    def _searched(self) -> PageQuerySet:
        """The pages that hold the words, best first; all of them when no word was asked for."""
        return (
            search_pages(self.everything, self.query.text) if self.query.text else self.everything
        )

    @cached_property
    def _chosen(self) -> dict[str, tuple[str, ...]]:
        """The values to filter by: those asked for, as the field takes them."""
        return {name: values for name, values in self.query.values.items() if values}

    def _filtered(self, without: str = "") -> PageQuerySet:
        pages = self._searched
        for facet in self.listing.facets:
            values = self._usable(facet, self._chosen.get(facet.name, ()))
            if values and facet.name != without:
                # A sub-query each: filters on the same relation must not multiply rows.
                having = self.listing.model._default_manager.filter(
                    **{f"{facet.value}__in": values}
                )
                pages = pages.filter(pk__in=having.values("pk"))
        return pages

    def _usable(self, facet: Facet, values: tuple[str, ...]) -> list[str]:
        """The chosen values that exist; the others are reported as ignored, not obeyed."""
        if not values:
            return []
        return [value for value in values if value in self._used(facet)]

    def _used(self, facet: Facet) -> dict[str, Any]:
        """The values that the list uses, with their labels (one query, when one is chosen)."""
        cache = self.__dict__.setdefault("_used_values", {})
        if facet.name not in cache:
            cache[facet.name] = {
                value: label for value, label, _n in self._count(facet, self.everything)
            }
        return cache[facet.name]

    def _options(self, facet: Facet) -> list[Option]:
        chosen = self._chosen.get(facet.name, ())
        counted = self._count(facet, self._filtered(without=facet.name))
        present = {value for value, _label, _n in counted}
        for value in chosen:
            # Chosen, but emptied by another filter: it must stay there to be unticked.
            if value not in present and value in self._used(facet):
                counted.append((value, self._used(facet)[value], 0))
        return [Option(value, label, n, value in chosen) for value, label, n in counted]

    def _count(self, facet: Facet, pages: PageQuerySet) -> list[tuple[str, Any, int]]:
        """The (value, label, number of pages) of a facet over ``pages``: one query."""
        if facet.page:
            allowed = visible(self.request).order_by().values("pk")
            pages = pages.filter(**{f"{facet.page}__in": allowed})
        columns = [facet.value, facet.title] if facet.title else [facet.value]
        rows = (
            pages.order_by()
            .exclude(**{f"{facet.value}__isnull": True})
            .values_list(*columns)
            .annotate(number=Count("pk", distinct=True))
        )
        counts: Counter[str] = Counter()
        labels: dict[str, Any] = {}
        words = {str(value): label for value, label in facet.choices}
        for value, *title, number in rows:
            key = str(value)
            if key:
                counts[key] += number
                labels[key] = title[0] if title else words.get(key, key)
        order = {key: place for place, key in enumerate(words)}
        found = [(key, labels[key], number) for key, number in counts.items()]
        return sorted(found, key=lambda row: (order.get(row[0], len(order)), sort_key(row[1])))
