"""One search as somebody asked for it: its filters with their counts, chips and ways out."""

from dataclasses import replace
from functools import cached_property

from wagtail.models import Page
from wagtail.query import PageQuerySet

from community.listing.filters import FacetOptions, Option
from community.listing.results import Chip, Relaxed

from .matched import TYPE, Matched


class SearchResults(Matched):
    """The answer to the query string of the search page, computed when a template asks for it.

    Filters on pages leave pages, and what such pages carry: their documents.
    """

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
