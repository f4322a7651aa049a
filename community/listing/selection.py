"""What somebody asks of a list, and the pages that answer."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest
from django.utils.functional import cached_property
from wagtail.query import PageQuerySet

from community.search.query import search_pages, wider_search
from community.search.synonyms import Widening

from .declaration import Listing
from .meant import Meant, meant
from .query import ListingQuery


class Selection:
    """The pages that answer a list's query string, read when they are asked for.

    ``pages`` must already have gone through ``visible(request)``.
    """

    def __init__(self, listing: Listing, request: HttpRequest, pages: PageQuerySet) -> None:
        self.listing = listing
        self.request = request
        self.query = ListingQuery.read(request.GET, listing)
        self.everything = pages

    @cached_property
    def page(self) -> Any:
        """The page of results; a number out of range gives the nearest page that exists."""
        return Paginator(self._ordered(), self.listing.page_size).get_page(self.query.page)

    @property
    def total(self) -> int:
        """How many pages answer."""
        return self.page.paginator.count

    def newest(self, number: int) -> list[Any]:
        """The ``number`` pages that answer and were published last, for a feed."""
        pages = self._filtered().order_by("-first_published_at", "pk").select_related("locale")
        return list(pages.prefetch_related("tagged_items__tag")[:number])

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
    def also_searched(self) -> tuple[str, ...]:
        """The equivalents of the words asked for, which were looked for too."""
        return self._wider.also if self._wider else ()

    @cached_property
    def ignored(self) -> list[str]:
        """The values asked for that no page of the list has: the page says so."""
        return [
            value
            for name, values in self.query.values.items()
            for value in values
            if value not in self._chosen[name]
        ]

    @property
    def conditions(self) -> tuple[Q, ...]:
        """What a page must fulfil, its words aside."""
        return tuple(self._conditions.values())

    @cached_property
    def meant(self) -> Meant | None:
        """Without a typing error, the words of a list that came out empty."""
        return meant(self)

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
