"""The facet whose options are the values that the pages of the list really use."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import CharField, Count, F, Q, QuerySet, Value
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
            pages.filter(self._told(request))
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
        counted = self._count(pages.filter(self._told(request)), chosen)
        if 0 < self.offered < len(counted):
            often = sorted(counted, key=lambda one: (not one.selected, -one.count))
            kept = {one.value for one in often[: self.offered]}
            counted = [one for one in counted if one.value in kept]
        present = {one.value for one in counted}
        # Chosen, but emptied by another filter: it must stay there to be unticked.
        counted += [
            Option(value, chosen[value], 0, True) for value in chosen if value not in present
        ]
        return FacetOptions(self, counted)

    def _told(self, request: HttpRequest) -> Q:
        """What makes a page count: it has a value, which may be told to this visitor.

        One condition, for the rows that are counted to be those that fulfil it. And not
        "without none", which PostgreSQL reads a whole table for, once for each page.
        """
        # Not at the top: the index pages of that package declare their list with this one.
        from community.pages.visibility import visible

        told = Q(**{f"{self.value}__isnull": False})
        if self.page:
            named = visible(request, language="all").order_by().values("pk")
            told &= Q(**{f"{self.page}__in": named})
        return told

    def _count(self, pages: Any, chosen: Collection[str]) -> list[Option]:
        """The values of ``pages`` with their labels and numbers: one query."""
        from community.pages.sorting import sort_key

        words = self._words()
        said = F(self.title) if self.title else Value(None, CharField())
        # The name of a page that is in no other language than its own.
        spoken = F(f"{self.page}__locale__language_code") if self.page else Value("", CharField())
        rows = (
            pages.order_by()
            .values_list(self.value, said, spoken)
            .annotate(number=Count("pk", distinct=True))
        )
        active = get_language() or ""
        found: dict[str, Option] = {}
        for value, title, language, number in rows:
            key = str(value)
            if key:
                label = title if self.title else words.get(key, key)
                before = found[key].count if key in found else 0
                foreign = "" if language == active else language
                found[key] = Option(key, label, before + number, key in chosen, "", foreign)
        order = {key: place for place, key in enumerate(words)}
        return sorted(
            found.values(),
            key=lambda one: (order.get(one.value, len(order)), sort_key(one.label, active)),
        )

    def _words(self) -> dict[str, Any]:
        """The labels of the codes, in the order in which they are offered."""
        return {str(value): label for value, label in self.choices}
