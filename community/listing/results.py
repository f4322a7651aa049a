"""One list, as somebody asked for it: the pages, the facets with live counts, the chips."""

from dataclasses import dataclass, replace
from functools import reduce
from operator import and_
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest
from django.utils.functional import cached_property
from wagtail.query import PageQuerySet

from community.search.query import search_pages, wider_search
from community.search.synonyms import Widening

from .declaration import LAYOUT_LABELS, Listing, Look
from .filters import FacetOptions, Option
from .meant import Meant, meant
from .query import ListingQuery
from .values import Facet


@dataclass(frozen=True)
class Chip:
    """A chosen filter and the address of the list without it."""

    facet_label: Any
    label: Any
    url: str


@dataclass(frozen=True)
class Relaxed:
    """The list without one of the filters in force: its address and how many pages it holds."""

    facet_label: Any
    labels: list[Any]
    url: str
    total: int


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

    #: Whether the words have their own box, apart from the filters.
    words_apart = False

    def __init__(self, listing: Listing, request: HttpRequest, pages: PageQuerySet) -> None:
        self.listing = listing
        self.request = request
        self.query = ListingQuery.read(request.GET, listing)
        self.everything = pages

    @cached_property
    def facets(self) -> list[FacetOptions]:
        """The filters that offer something, each with counts that respect all the others."""
        found = [
            each.options(self._filtered(without=each.name), self._chosen[each.name], self.request)
            for each in self.listing.facets
        ]
        return [replace(each, options=self._linked(each)) for each in found if each.options]

    def _linked(self, found: FacetOptions) -> list[Option]:
        """The options with their addresses, which only the whole query can tell."""
        name = found.facet.name
        return [
            replace(option, url=self.query.as_query(values={name: (option.value,)}))
            for option in found.options
        ]

    @cached_property
    def chips(self) -> list[Chip]:
        """The filters in force, in the order of the facets; the words come first."""
        chips = []
        if self.query.text:
            chips.append(Chip("", f"« {self.query.text} »", self.query.as_query(text="")))
        for found in self.facets:
            name = found.facet.name
            for option in found.chosen:
                others = tuple(v for v in self.query.values[name] if v != option.value)
                url = self.query.as_query(values={name: others})
                chips.append(Chip(found.facet.label, option.label, url))
        return chips

    @property
    def followed(self) -> list[tuple[str, Option]]:
        """The filters in force that one may follow, with what they are called as such."""
        return [
            (found.facet.followed_as, option)
            for found in self.facets
            if isinstance(found.facet, Facet) and found.facet.followed_as
            for option in found.chosen
        ]

    @property
    def silent(self) -> list[FacetOptions]:
        """The filters that leave out pages which say nothing on their subject."""
        return [found for found in self.facets if found.silent]

    @cached_property
    def ignored(self) -> list[str]:
        """The values asked for that no page of the list has: the page says so."""
        return [
            value
            for name, values in self.query.values.items()
            for value in values
            if value not in self._chosen[name]
        ]

    @cached_property
    def relaxed(self) -> list[Relaxed]:
        """What each filter in force costs: the list without it, if it holds anything, best first.

        For a list in which nothing is left: at most two queries, whatever the number of filters.
        """
        numbers = self._searched.order_by().aggregate(
            **{f"without_{name}": self._number(without=name) for name in self._conditions}
        )
        found = [
            Relaxed(
                each.label,
                list(self._chosen[each.name].values()),
                self.query.as_query(values={each.name: ()}),
                numbers[f"without_{each.name}"],
            )
            for each in self.listing.facets
            if each.name in self._conditions
        ]
        if self.query.text:
            number = self.everything.filter(*self._conditions.values()).count()
            words = f"« {self.query.text} »"
            found.append(Relaxed("", [words], self.query.as_query(text=""), number))
        return sorted((one for one in found if one.total), key=lambda one: -one.total)

    @property
    def conditions(self) -> tuple[Q, ...]:
        """What a page must fulfil, its words aside."""
        return tuple(self._conditions.values())

    @cached_property
    def meant(self) -> Meant | None:
        """Without a typing error, the words of a list that came out empty."""
        return meant(self)

    @cached_property
    def page(self) -> Any:
        """The page of results; a number out of range gives the nearest page that exists."""
        return Paginator(self._ordered(), self.listing.page_size).get_page(self.query.page)

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
    def looks(self) -> list[tuple[Any, list[Choice]]]:
        """The other ways to show the list: for each its label and its choices."""
        return [
            (look.label, [self._look(look, word, label) for word, label in look.choices])
            for look in self.listing.looks
        ]

    def _look(self, look: Look, word: str, label: Any) -> Choice:
        default = look.choices[0][0]
        current = self.query.looks[look.name] or default
        url = self.query.as_query(looks={look.name: "" if word == default else word})
        return Choice(f"{look.name}-{word}", label, url, word == current)

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

    def every(self, number: int) -> list[Any]:
        """All the pages that answer, ``number`` at most, in the order asked for."""
        return list(self._ordered()[:number])

    def _ordered(self) -> PageQuerySet:
        order = next(
            (sort.order_by for sort in self.listing.sorts if sort.name == self.query.sort),
            None if self.query.text else self.listing.sorts[0].order_by,
        )
        pages = self.listing.related(self._filtered().select_related("locale"), self.request)
        return pages if order is None else pages.order_by(*order, "pk")

    @cached_property
    def _searched(self) -> PageQuerySet:
        """The pages that hold the words, best first; all of them when no word was asked for."""
        text = self.query.text
        return search_pages(self.everything, text, self._wider) if text else self.everything

    @cached_property
    def _wider(self) -> Widening | None:
        return None if self.query.exact else wider_search(self.request, self.query.text)

    @property
    def clear_url(self) -> str:
        """The address of the list without any filter."""
        return self.request.path

    @property
    def also_searched(self) -> tuple[str, ...]:
        """The equivalents of the words asked for, which were looked for too."""
        return self._wider.also if self._wider else ()

    @property
    def exact_url(self) -> str:
        """The address of the list for the very words asked for."""
        return self.query.as_query(exact=True)

    @cached_property
    def _chosen(self) -> dict[str, dict[str, Any]]:
        """The values in force with their labels, by filter: those asked for that can be obeyed.

        One query, whatever the number of filters.
        """
        values = self.query.values
        lookups = [
            each.lookup(self.everything, values[each.name], self.request)
            for each in self.listing.facets
            if values[each.name]
        ]
        queries = [query for query in lookups if query is not None]
        found: dict[str, dict[str, Any]] = {}
        if queries:
            for name, value, label in queries[0].union(*queries[1:]):
                found.setdefault(name, {})[value] = label
        return {
            each.name: each.understood(values[each.name], found.get(each.name, {}))
            for each in self.listing.facets
        }

    @cached_property
    def _conditions(self) -> dict[str, Q]:
        """What a page must fulfil, by the name of the filter that asks it."""
        return {
            each.name: each.condition(self.listing.model, tuple(self._chosen[each.name]))
            for each in self.listing.facets
            if self._chosen[each.name]
        }

    def _filtered(self, without: str = "") -> PageQuerySet:
        return self._searched.filter(
            *(one for name, one in self._conditions.items() if name != without)
        )

    def _number(self, without: str) -> Count:
        """How many pages fulfil every condition but one."""
        others = [one for name, one in self._conditions.items() if name != without]
        return Count("pk", filter=reduce(and_, others) if others else None)
