"""The filter whose options are conditions, each with its name: to come, past."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import Count, Q
from django.http import HttpRequest

from .filters import FacetOptions, Option


@dataclass(frozen=True)
class Case:
    """One option: what stands in the address, what people read, what a page must fulfil.

    ``condition`` concerns the page's own columns only, and so multiplies no rows.
    """

    value: str
    label: Any
    condition: Q


@dataclass(frozen=True)
class Cases:
    """A filter by conditions; several ticked mean any of them. Offered in the order given."""

    name: str
    label: Any
    cases: Sequence[Case]

    template: ClassVar[str] = "community/listing/facet.html"

    def lookup(self, pages: Any, values: Sequence[str], request: HttpRequest) -> None:
        return None

    def understood(self, values: Sequence[str], found: Mapping[str, Any]) -> dict[str, Any]:
        return {case.value: case.label for case in self.cases if case.value in values}

    def condition(self, model: Any, values: Sequence[str]) -> Q:
        any_of = Q()
        for case in self.cases:
            if case.value in values:
                any_of |= case.condition
        return any_of

    def options(self, pages: Any, chosen: Mapping[str, Any], request: HttpRequest) -> FacetOptions:
        counts = pages.order_by().aggregate(
            **{
                f"in_case_{place}": Count("pk", filter=case.condition)
                for place, case in enumerate(self.cases)
            }
        )
        options = [
            Option(case.value, case.label, number, case.value in chosen)
            for case, number in zip(self.cases, counts.values(), strict=True)
            if number or case.value in chosen
        ]
        return FacetOptions(self, options)
