"""One list, as somebody asked for it: the facets with live counts, the chips, the pager."""

from dataclasses import dataclass, replace
from functools import reduce
from operator import and_
from typing import Any

from django.db.models import Count
from django.utils.functional import cached_property

from .declaration import LAYOUT_LABELS, Look
from .filters import FacetOptions, Option
from .selection import Selection
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


class Results(Selection):
    """The answer to a list's query string, computed when a template asks for it."""

    #: Whether the words have their own box, apart from the filters.
    words_apart = False

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

    def rows(self) -> list[dict[str, Any]]:
        """The pages of the table layout with their cells."""
        return [
            {"page": page, "cells": [(c.label, c.cell(page)) for c in self.listing.columns]}
            for page in self.page
        ]

    @property
    def clear_url(self) -> str:
        """The address of the list without any filter."""
        return self.request.path

    @property
    def exact_url(self) -> str:
        """The address of the list for the very words asked for."""
        return self.query.as_query(exact=True)

    def _number(self, without: str) -> Count:
        """How many pages fulfil every condition but one."""
        others = [one for name, one in self._conditions.items() if name != without]
        return Count("pk", filter=reduce(and_, others) if others else None)
