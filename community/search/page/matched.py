"""What the words and the filters of a search leave: the rows, their number, their types."""

from collections.abc import Collection
from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from community.listing import CARDS, Facet, Listing, Look
from community.listing.results import Results
from community.pages import visible
from community.plugins import search_facets, search_sources
from community.search.page.directories import THEME, directory_sources
from community.search.page.documents import document_source
from community.search.page.everything import Everything, Filters
from community.search.page.found import Row
from community.search.page.tied import tied_filters
from community.search.page.types import FoundType, Types, by_key, page_types, source_type
from community.search.query import Step, asking

PAGE_SIZE = 20
OF_EACH = 3
"""Results of each type where they are grouped."""

MANY_TYPES = 8
"""Beyond these, each type shows one result less: a page stays light and can be looked over."""

TYPE = "type"
LOOK = Look("par", _("Layout"), (("liste", _("One list")), (TYPE, _("By type"))))
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


class Matched(Results):
    """The results of a listing's filters over pages and all the rest that is found."""

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
        shown = OF_EACH if len(held) <= MANY_TYPES else OF_EACH - 1
        return [
            (
                type_,
                type_.number(self._counts()),
                self.query.as_query(values={TYPE: (type_.name,)}),
                rows[:shown],
            )
            for type_, rows in held.items()
        ]

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
