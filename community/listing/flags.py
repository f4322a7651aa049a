"""The filter whose options are boxes of the page: on site, remote, hybrid."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import Count, Q
from django.http import HttpRequest

from .filters import FacetOptions, Option


@dataclass(frozen=True)
class Flags:
    """A filter by boolean fields of the page; several ticked mean any of them.

    ``name`` is the query parameter; ``fields`` are the names of the fields, which stand in the
    address too, with what people read. They are offered in this order.
    """

    name: str
    label: Any
    fields: Sequence[tuple[str, Any]]

    template: ClassVar[str] = "community/listing/facet.html"

    def lookup(self, pages: Any, values: Sequence[str], request: HttpRequest) -> None:
        return None

    def understood(self, values: Sequence[str], found: Mapping[str, Any]) -> dict[str, Any]:
        return {name: label for name, label in self.fields if name in values}

    def condition(self, model: Any, values: Sequence[str]) -> Q:
        any_of = Q()
        for name in values:
            any_of |= Q(**{name: True})
        return any_of

    def options(self, pages: Any, chosen: Mapping[str, Any], request: HttpRequest) -> FacetOptions:
        counts = pages.order_by().aggregate(
            **{f"in_{name}": Count("pk", filter=Q(**{name: True})) for name, _label in self.fields}
        )
        options = [
            Option(name, label, counts[f"in_{name}"], name in chosen)
            for name, label in self.fields
            if counts[f"in_{name}"] or name in chosen
        ]
        return FacetOptions(self, options)
