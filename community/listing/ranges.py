"""The filter by a number that the visitor types, matched against a range of each page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import Count, Q
from django.http import HttpRequest

from .filters import FacetOptions, Option


@dataclass(frozen=True)
class Range:
    """A number, between 1 and ``limit``, that must lie in the range of a page.

    ``low`` and ``high`` are the columns of the range; an empty one is open on that side. With
    ``within`` the number is what the visitor has: the page must fit in it, so that only ``low``
    counts (a method of 10 to 15 minutes can be run in 45, but not with 45 people when it is made
    for 10 to 15). A page with neither bound says nothing: it is left out of the list, and
    counted, so that the visitor knows.

    ``unit`` follows the field, ``say`` turns a number into words; ``offered`` are the numbers
    suggested, with what each would leave. One number at a time: the first that can be read.
    """

    name: str
    label: Any
    low: str
    high: str
    unit: Any
    say: Callable[[int], Any]
    offered: Sequence[int] = ()
    limit: int = 9_999
    within: bool = False

    template: ClassVar[str] = "community/listing/range.html"

    def lookup(self, pages: Any, values: Sequence[str], request: HttpRequest) -> None:
        return None

    def understood(self, values: Sequence[str], found: Mapping[str, Any]) -> dict[str, Any]:
        for value in values:
            number = self._read(value)
            if number:
                return {value: self.say(number)}
        return {}

    def condition(self, model: Any, values: Sequence[str]) -> Q:
        return self._holds(int(values[0]))

    def options(self, pages: Any, chosen: Mapping[str, Any], request: HttpRequest) -> FacetOptions:
        typed = {int(value): value for value in chosen}
        numbers = sorted({*self.offered, *typed})
        counts = pages.order_by().aggregate(
            silent=Count("pk", filter=self._silent()),
            **{f"with_{n}": Count("pk", filter=self._holds(n)) for n in numbers},
        )
        options = [
            # The value as it was typed, which may be "045".
            Option(typed.get(n, str(n)), self.say(n), counts[f"with_{n}"], n in typed)
            for n in numbers
            if counts[f"with_{n}"] or n in typed
        ]
        return FacetOptions(self, options, counts["silent"] if typed else 0)

    def _read(self, value: str) -> int:
        """The number that ``value`` says, 0 when it says none that can be."""
        text = value.strip()
        number = int(text) if text.isdecimal() and len(text) <= len(str(self.limit)) else 0
        return number if number <= self.limit else 0

    def _silent(self) -> Q:
        return Q(**{f"{self.low}__isnull": True, f"{self.high}__isnull": True})

    def _holds(self, number: int) -> Q:
        fits = ~self._silent() & (
            Q(**{f"{self.low}__lte": number}) | Q(**{f"{self.low}__isnull": True})
        )
        if self.within:
            return fits
        return fits & (Q(**{f"{self.high}__gte": number}) | Q(**{f"{self.high}__isnull": True}))
