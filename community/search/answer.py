"""What the search page says: the results, those that editors chose, and how it understood."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from community.pages import active_language

from .extracts import Words
from .found import Row
from .promoted import Promoted, promoted_for
from .results import SearchResults
from .showing import Group, Name, Showing, Shown
from .sources import Result
from .types import Types


class Answer:
    """The answer to one request, read as its template or its JSON asks for it."""

    def __init__(self, request: HttpRequest) -> None:
        self.results = SearchResults(request)
        step, words = self.results.step, [self.results.query.text]
        if step:
            words += [step.text, *step.also]
        self._showing = Showing(
            request,
            self.results.types,
            self.results.sources,
            Words(words, active_language()),
            lambda: self.results.all.carried(step),
        )

    @property
    def browsing(self) -> bool:
        """Whether nothing was asked for, neither words nor a filter."""
        query = self.results.query
        return not query.text and not any(query.values.values())

    @property
    def about(self) -> str:
        """What everything shown is tied to, when nothing else was asked for."""
        chips = self.results.chips
        if self.results.query.text or len(chips) != 1:
            return ""
        value = capfirst(str(chips[0].label))
        if chips[0].facet_label == Types.label:
            return value
        return _("%(facet)s: %(value)s") % {"facet": chips[0].facet_label, "value": value}

    @property
    def total(self) -> int:
        """How many results there are beside those that the editors chose."""
        return 0 if self.browsing else self.results.total

    @property
    def is_a_miss(self) -> bool:
        """Whether the words, without any filter, find nothing at all."""
        query = self.results.query
        if not query.text or query.page > 1 or any(query.values.values()):
            return False
        return not self.total and not self.chosen

    @property
    def corrected(self) -> str:
        """What was looked for in place of the words typed, when these find nothing."""
        step = self.results.step
        return step.text if step and step.name == "corrected" else ""

    @property
    def most(self) -> bool:
        """Whether the results hold only some of the words."""
        step = self.results.step
        return bool(step and step.name == "most")

    @cached_property
    def chosen(self) -> list[Shown]:
        """What the editors chose for these words, on the first page of results without filters."""
        shown, names = self._read[0], self._read[1]
        found = []
        for one in self._promoted:
            if one.page is None:
                found.append(self._showing.shown(Result(one.title, one.url, one.text)))
            elif one.page in names:
                page = shown[names[one.page]]
                said = replace(page.result, text=one.text or page.result.text)
                found.append(replace(self._showing.shown(said), type=page.type))
        return found

    @cached_property
    def others(self) -> list[Shown]:
        """The results of this page, best first, but for those that the editors chose."""
        return [] if self.results.grouped else self._of(self._rows)

    @cached_property
    def groups(self) -> list[Group]:
        """The same, the first ones of each type."""
        return [
            Group(type_.plural, total, url, shown)
            for type_, total, url, rows in self._groups
            if (shown := self._of(rows))
        ]

    def as_data(self) -> dict[str, Any]:
        """Return the answer for a program, its results in the order shown."""
        page = self.results.page
        grouped = [one for group in self.groups for one in group.shown]
        return {
            "query": self.results.query.text,
            "corrected": self.corrected,
            "count": self.total,
            "page": page.number if self.total else 1,
            "pages": page.paginator.num_pages if self.total else 1,
            "results": [one.as_data() for one in [*self.chosen, *self.others, *grouped]],
        }

    @cached_property
    def _promoted(self) -> list[Promoted]:
        first = self.results.query.page == 1 and not self.results.filtered
        return promoted_for(self.results.query.text) if first else []

    @cached_property
    def _groups(self) -> list[Any]:
        return self.results.groups() if self.results.grouped and self.total else []

    @cached_property
    def _rows(self) -> list[Row]:
        if self.results.grouped:
            return [row for *_group, rows in self._groups for row in rows]
        return list(self.results.page) if self.total else []

    @cached_property
    def _read(self) -> Any:
        twins = [one.page for one in self._promoted if one.page]
        return self._showing.show(self._rows, twins)

    def _of(self, rows: Iterable[Row]) -> list[Shown]:
        shown, names = self._read
        chosen: set[Name] = set(names.values())
        found = [(type_key, key) for type_key, key, _score in rows]
        return [shown[name] for name in found if name in shown and name not in chosen]
