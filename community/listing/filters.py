"""What every kind of filter of a list can do: facets of values, flags, ranges."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import Q, QuerySet
from django.http import HttpRequest


@dataclass(frozen=True)
class Option:
    """One value of a filter: how many pages it would leave, and whether it is chosen.

    ``url`` is the list with this value alone in its filter, beside the other filters.
    ``language`` is that of the label, when it is not the active one.
    """

    value: str
    label: Any
    count: int
    selected: bool
    url: str = ""
    language: str = ""


@dataclass(frozen=True)
class FacetOptions:
    """A filter with its options; ``open`` when one of them is chosen.

    ``silent`` is how many pages the choice leaves out because they say nothing on the subject.
    """

    facet: "Filter"
    options: list[Option]
    silent: int = 0

    @property
    def open(self) -> bool:
        return any(option.selected for option in self.options)

    @property
    def chosen(self) -> list[Option]:
        """The options in force."""
        return [option for option in self.options if option.selected]


class Filter(Protocol):
    """A filter of a list, as ``Results`` asks it.

    Values are what stands in the address; ``pages`` is a queryset that was given through
    ``visible(request)``; ``chosen`` holds the values in force with their labels.
    """

    @property
    def name(self) -> str:
        """The query parameter."""

    @property
    def label(self) -> Any:
        """What people read above the filter and in its chips."""

    @property
    def template(self) -> str:
        """The template that shows it, which is given ``found`` (a ``FacetOptions``)."""

    def lookup(self, pages: Any, values: Sequence[str], request: HttpRequest) -> QuerySet | None:
        """Return a query for the ``values`` that ``pages`` really have, as rows of three texts:
        the filter's name, the value, its label. ``None`` when no query is needed to know."""

    def understood(self, values: Sequence[str], found: Mapping[str, Any]) -> dict[str, Any]:
        """Return the ``values`` that can be obeyed with their labels; ``found`` are the values
        and labels of the lookup. The others are reported to the visitor."""

    def condition(self, model: Any, values: Sequence[str]) -> Q:
        """Return what a page of ``model`` must fulfil. It must multiply no rows."""

    def options(self, pages: Any, chosen: Mapping[str, Any], request: HttpRequest) -> FacetOptions:
        """Return the options with how many of ``pages`` each would leave: one query."""
