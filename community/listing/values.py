"""The facet whose options are the values that the pages of the list really use."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import CharField, Count, Q, QuerySet, Value
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils.translation import get_language

from .filters import FacetOptions, Option


@dataclass(frozen=True)
class Facet:
    """A filter whose options are the values really used by the pages of the list.

    ``name`` is the query parameter, ``value`` the ORM path of what stands in the address (a slug
    or a code) and ``title`` the path of what people read; without ``title``, ``choices`` gives
    the words of a code. Options are sorted by label, or in the order of ``choices``. When the
    values are pages, ``page`` is the ORM path of these pages: those that the visitor may not
    see are not offered. Several values together mean any of them.
    """

    name: str
    label: Any
    value: str
    title: str = ""
    choices: Sequence[tuple[Any, Any]] = ()
    page: str = ""
    #: Of more options than this, only the most frequent are offered; 0: all of them.
    offered: int = 0
    #: The kind of things that people follow (``community.following``) which its values name.
    followed_as: str = ""

    template: ClassVar[str] = "community/listing/facet.html"

    @property
    def untranslated(self) -> bool:
        """Whether its values are tags: words that the versions of a page share."""
        return self.value.startswith("tagged_items__")

    def lookup(self, pages: Any, values: Sequence[str], request: HttpRequest) -> QuerySet | None:
        # Compared as texts: a word asked of a column of numbers is not found, and no error.
        text: CharField = CharField()
        return (
            self._allowed(pages, request)
            .order_by()
            .annotate(value_asked=Cast(self.value, text))
            .filter(value_asked__in=values)
            .values_list(
                Value(self.name, text), "value_asked", Cast(self.title or self.value, text)
            )
        )

    def understood(self, values: Sequence[str], found: Mapping[str, Any]) -> dict[str, Any]:
        words = self._words()
        return {value: words.get(value, found[value]) for value in values if value in found}

    def condition(self, model: Any, values: Sequence[str]) -> Q:
        # A sub-query each: filters on the same relation must not multiply rows.
        having = model._default_manager.filter(**{f"{self.value}__in": values})
        return Q(pk__in=having.values("pk"))

    def options(self, pages: Any, chosen: Mapping[str, Any], request: HttpRequest) -> FacetOptions:
        counted, languages = self._count(self._allowed(pages, request))
        if 0 < self.offered < len(counted):
            often = sorted(counted, key=lambda row: (row[0] not in chosen, -row[2]))
            kept = {value for value, _label, _number in often[: self.offered]}
            counted = [row for row in counted if row[0] in kept]
        present = {value for value, _label, _number in counted}
        # Chosen, but emptied by another filter: it must stay there to be unticked.
        counted += [(value, chosen[value], 0) for value in chosen if value not in present]
        return FacetOptions(
            self,
            [
                Option(value, label, number, value in chosen, language=languages.get(value, ""))
                for value, label, number in counted
            ],
        )

    def _allowed(self, pages: Any, request: HttpRequest) -> Any:
        """The pages whose value may be told to this visitor."""
        # Not at the top: the index pages of that package declare their list with this one.
        from community.pages.visibility import visible

        if not self.page:
            return pages
        return pages.filter(
            **{f"{self.page}__in": visible(request, language="all").order_by().values("pk")}
        )

    def _count(self, pages: Any) -> tuple[list[tuple[str, Any, int]], dict[str, str]]:
        """The (value, label, number of pages) over ``pages``: one query.

        And the languages of the labels that are not in the active one, by value.
        """
        from community.pages.sorting import sort_key
        from community.pages.visibility import active_language

        written_in = f"{self.page}__locale__language_code" if self.page else self.value
        rows = (
            pages.order_by()
            .exclude(**{f"{self.value}__isnull": True})
            .values_list(self.value, self.title or self.value, written_in)
            .annotate(number=Count("pk", distinct=True))
        )
        counts: Counter[str] = Counter()
        labels: dict[str, Any] = {}
        languages: dict[str, str] = {}
        words, active = self._words(), active_language()
        for value, title, written, number in rows:
            key = str(value)
            if key:
                counts[key] += number
                labels[key] = title if self.title else words.get(key, key)
                if self.page and written != active:
                    languages[key] = written
        order = {key: place for place, key in enumerate(words)}
        found = [(key, labels[key], number) for key, number in counts.items()]
        language, last = get_language() or "", len(order)
        found.sort(key=lambda row: (order.get(row[0], last), sort_key(row[1], language)))
        return found, languages

    def _words(self) -> dict[str, Any]:
        """The labels of the codes, in the order in which they are offered."""
        return {str(value): label for value, label in self.choices}
