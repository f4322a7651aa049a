"""One search as somebody asked for it: the listing's filters over everything that is found."""

from collections.abc import Collection
from dataclasses import replace
from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.query import PageQuerySet

from community.listing import CARDS, Facet, Listing, Look
from community.listing.filters import FacetOptions, Option
from community.listing.results import Chip, Relaxed, Results
from community.pages import visible
from community.plugins import search_facets, search_sources

from .directories import THEME, directory_sources
from .documents import document_source
from .everything import Everything, Filters
from .found import Row
from .query import Step, asking
from .tied import tied_filters
from .types import FoundType, Types, by_key, page_types, source_type

PAGE_SIZE = 20
OF_EACH = 3
"""Results of each type where they are grouped."""

TYPE = "type"
LOOK = Look("par", _("Order"), (("pertinence", _("By relevance")), (TYPE, _("By type"))))
THEMES = Facet(
    THEME,
    _("Theme"),
    "page_themes__theme__slug",
    "page_themes__theme__name",
    followed_as="theme",
)


class Counted(Paginator):
    """A paginator that is told how many results there are."""

    def __init__(self, rows: Any, per_page: int, number: int) -> None:
        super().__init__(rows, per_page)
        self.__dict__["count"] = number


class SearchResults(Results):
    """The answer to the query string of the search page, computed when a template asks for it.

    Filters on pages leave pages, and what such pages carry: their documents.
    """

    words_apart = True

    def __init__(self, request: HttpRequest) -> None:
        own = [document_source(request), *directory_sources(request)]
        self.sources = [*own, *search_sources(request)]
        self.types = [*page_types(), *map(source_type, self.sources)]
        types = Types(self.types, self._counts)
        facets = (types, *search_facets(request), THEMES, *tied_filters(request))
        listing = Listing(
            model=Page, facets=facets, layouts=(CARDS,), looks=(LOOK,), page_size=PAGE_SIZE
        )
        super().__init__(listing, request, visible(request, Page))
        self.all = Everything(self.everything, self.sources)

    @cached_property
    def step(self) -> Step | None:
        """The first way to understand the words that finds something, whatever the filters.

        ``None`` without words; the first one, the words as they were typed, when none does.
        """
        first = None
        asked = asking(self.request, self.query.text, self.query.exact)
        for step in asked.steps() if self.query.text else ():
            first = first or step
            if self.all.counts(step, self._filters(without=[TYPE])) or self._finds(step):
                return step
        return first

    @property
    def found_anything(self) -> bool:
        """Whether there is something, were it left out by the filters."""
        return bool(self._counts()) or self._finds(self.step)

    @property
    def filtered(self) -> bool:
        """Whether a filter is in force."""
        return bool(self._conditions)

    @property
    def total(self) -> int:
        """How many results answer, of the types that are left."""
        return self._total(without=())

    @cached_property
    def page(self) -> Any:
        """The rows of a page of results; a number out of range gives the nearest page."""
        rows = self.all.ranked(self.step, self._filters())
        return Counted(rows, self.listing.page_size, self.total).get_page(self.query.page)

    @property
    def grouped(self) -> bool:
        """Whether the first results of each type are shown in place of one list."""
        return self.query.looks["par"] == TYPE and len(self._chosen[TYPE]) != 1

    def groups(self) -> list[tuple[FoundType, int, str, list[Row]]]:
        """The types found, that of the best result first: number, address, first rows."""
        held: dict[FoundType, list[Row]] = {}
        types = by_key(self.types)
        for row in self.all.first_of_each(self.step, self._filters(), OF_EACH):
            held.setdefault(types[row[0]], []).append(row)
        return [
            (
                type_,
                type_.number(self._counts()),
                self.query.as_query(values={TYPE: (type_.name,)}),
                rows[:OF_EACH],
            )
            for type_, rows in held.items()
        ]

    @cached_property
    def chips(self) -> list[Chip]:
        """The filters in force; the words have their own box."""
        return [chip for chip in super().chips if chip.facet_label]

    @property
    def clear_url(self) -> str:
        """The address of the results for the same words, without any filter."""
        return self.query.as_query(values=dict.fromkeys(self.query.values, ()))

    @cached_property
    def facets(self) -> list[FacetOptions]:
        """The filters that offer something; what pages carry is counted with them."""
        found = super().facets
        more = self._carried_counts(found)
        return [
            replace(each, options=[self._with(more, each, one) for one in each.options])
            for each in found
        ]

    def _with(self, more: dict[str, int], each: FacetOptions, option: Option) -> Option:
        """Return ``option`` with what its pages carry; alone when only this is asked for."""
        own = 0 if self._carried_only(each.facet.name) else option.count
        carried = more.get(f"{each.facet.name}:{option.value}")
        return option if carried is None else replace(option, count=own + carried)

    def _carried_counts(self, found: list[FacetOptions]) -> dict[str, int]:
        """How many carried objects each option of the filters on pages would leave."""
        types = self._carried_types
        if not (types & self._counts().keys() if not self._conditions else types):
            return {}
        conditions = {
            f"{each.facet.name}:{option.value}": self._filters(
                without=[TYPE, each.facet.name]
            ).on_pages()
            & each.facet.condition(Page, [option.value])
            for each in found
            if each.facet.name != TYPE
            for option in each.options
        }
        counts = dict.fromkeys(conditions, 0)
        for type_key, carried in self.all.carried(self.step).items():
            if type_key in types:
                for name, left in carried.left(conditions).items():
                    counts[name] += len(left)
        return counts

    @cached_property
    def relaxed(self) -> list[Relaxed]:
        """What each filter in force costs, for a list in which nothing is left."""
        found = [
            Relaxed(
                each.label,
                list(self._chosen[each.name].values()),
                self.query.as_query(values={each.name: ()}),
                self._total(without=[each.name]),
            )
            for each in self.listing.facets
            if each.name in self._conditions
        ]
        return sorted((one for one in found if one.total), key=lambda one: -one.total)

    @property
    def also_searched(self) -> tuple[str, ...]:
        """The equivalents of the words asked for, which were looked for too."""
        return self.step.also if self.step else ()

    def _filters(self, without: Collection[str] = ()) -> Filters:
        """The filters in force, some of them apart."""
        chosen = () if TYPE in without else self._chosen[TYPE]
        return Filters(
            {
                name: one
                for name, one in self._conditions.items()
                if name != TYPE and name not in without
            },
            frozenset().union(*(one.keys for one in self.types if one.name in chosen)),
        )

    def _counts(self) -> dict[int, int]:
        """How many results each type has, under the other filters."""
        return self.all.counts(self.step, self._filters(without=[TYPE]))

    def _finds(self, step: Step | None) -> bool:
        return bool(self._conditions and self.all.counts(step, Filters()))

    def _total(self, without: Collection[str]) -> int:
        counts = self.all.counts(self.step, self._filters(without=[TYPE, *without]))
        types = self._filters(without).types
        return sum(number for key, number in counts.items() if not types or key in types)

    @cached_property
    def _carried_types(self) -> frozenset[int]:
        """The types of what pages carry, of those that are asked for."""
        types = self._filters().types
        carried = frozenset(source.type_key for source in self.sources if source.carriers)
        return carried & types if types else carried

    def _carried_only(self, without: str) -> bool:
        """Whether only what pages carry is asked for: the filters then tell of these pages."""
        types = self._filters(without=[without]).types
        return bool(types) and types <= self._carried_types

    def _filtered(self, without: str = "") -> PageQuerySet:
        """The pages that a filter counts, under all the others."""
        if self._carried_only(without):
            keys = [key for one in self.all.carried(self.step).values() for key in one.held]
            on_pages = self._filters(without=[TYPE, without]).on_pages()
            return self.everything.filter(on_pages, pk__in=keys)
        return self.all.pages_found(self.step, self._filters(without=[without]))
