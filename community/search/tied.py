"""Filters that leave what is tied to one thing: a territory, an organisation, a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import CharField, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from community.following.references import references, referring_keys
from community.listing.filters import FacetOptions, Option

from .directories import (
    FULL_NAME,
    ORGANISATION,
    PERSON,
    TERRITORY,
    known_organisations,
    known_people,
    known_territories,
)

LONGEST_KEY = 9
"""Digits of a key that a database can hold, whichever it is."""


@dataclass(frozen=True)
class Tied:
    """A filter by what pages refer to. ``known`` are the things that the visitor may know of.

    What results point to, with the key of the thing in the address. It offers nothing by itself:
    there may be thousands of them, which are found by their names. ``title`` gives the name.
    ``within`` are the paths to what the things lie in: a page about a commune is tied to its
    région too.
    """

    name: str
    label: Any
    known: QuerySet
    title: Any
    within: tuple[str, ...] = ()

    template: ClassVar[str] = "community/listing/facet.html"

    def lookup(self, pages: Any, values: Sequence[str], request: HttpRequest) -> QuerySet | None:
        if not (keys := _keys(values)):
            return None
        text: CharField = CharField()
        found = self.known.filter(pk__in=keys).order_by()
        return found.values_list(
            Value(self.name, text), Cast("pk", text), Cast(self.title, TextField())
        )

    def understood(self, values: Sequence[str], found: Mapping[str, Any]) -> dict[str, Any]:
        return {value: found[value] for value in values if value in found}

    def condition(self, model: Any, values: Sequence[str]) -> Q:
        keys = _keys(values)
        targets: Any = [str(key) for key in keys]
        if self.within:
            inside = Q(pk__in=keys)
            for above in self.within:
                inside |= Q(**{f"{above}__in": keys})
            things = self.known.model.objects.filter(inside).order_by()
            targets = things.annotate(key=Cast("pk", CharField())).values("key")
        return Q(pk__in=referring_keys(references(self.known.model, targets)))

    def options(self, pages: Any, chosen: Mapping[str, Any], request: HttpRequest) -> FacetOptions:
        return FacetOptions(
            self,
            [
                Option(
                    value, name, pages.filter(self.condition(pages.model, [value])).count(), True
                )
                for value, name in chosen.items()
            ],
        )


def tied_filters(request: HttpRequest) -> list[Tied]:
    """Return the filters that results of the site's directories open."""
    above = ("parent", "parent__parent", "parent__parent__parent", "region")
    return [
        Tied(TERRITORY, _("Territory"), known_territories(request), "name", above),
        Tied(ORGANISATION, _("Organisation"), known_organisations(request), "name"),
        Tied(PERSON, _("Person"), known_people(request), FULL_NAME),
    ]


def _keys(values: Sequence[str]) -> list[int]:
    return [
        int(value)
        for value in values
        if value.isascii() and value.isdigit() and len(value) <= LONGEST_KEY
    ]
