"""Themes, territories, organisations and people as the search finds them.

Each opens the list of what is tied to it, ``/recherche/?theme=…``. One is known to a visitor only
through a page that they may see: the name of a person credited on a private page stays private.
"""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat
from django.http import HttpRequest
from django.urls import reverse

from community.models import Organisation, Person, Territory, Theme
from community.pages import active_language, once, visible
from community.search.page.carried import carried_by
from community.search.sources import Brief, Result, SearchSource

FULL_NAME = Concat("given_name", Value(" "), "family_name")
THEME, TERRITORY, ORGANISATION, PERSON = "theme", "territoire", "organisation", "personne"


def directory_sources(request: HttpRequest) -> list[SearchSource]:
    """Return what the site's directories hold that this visitor may know of."""
    nothing = Value("")
    return [
        _source(THEME, known_themes(request), ("name", "slug", nothing), lambda one: ""),
        _source(
            TERRITORY,
            known_territories(request),
            ("name", "pk", "kind"),
            lambda one: str(Territory.Kind(one.third).label),
        ),
        _source(
            ORGANISATION,
            known_organisations(request),
            ("name", "pk", Concat("acronym", Value(" "), "kind")),
            _organisation,
        ),
        _source(PERSON, known_people(request), (FULL_NAME, "pk", nothing), lambda one: ""),
    ]


def _known(read: Callable[[HttpRequest], QuerySet]) -> Callable[[HttpRequest], QuerySet]:
    """Make ``read`` once per request and language: sources and filters both ask for it."""

    @wraps(read)
    def known(request: HttpRequest) -> QuerySet:
        return once(request, f"{read.__name__}.{active_language()}", lambda: read(request))

    return known


@_known
def known_themes(request: HttpRequest) -> QuerySet:
    """The themes of visible pages, in the active language."""
    themes = Theme.objects.filter(locale__language_code=active_language())
    return themes.filter(carried_by(visible(request), themes))


@_known
def known_territories(request: HttpRequest) -> QuerySet:
    """The territories that visible pages are about, and those that these lie in."""
    every = Territory.objects.all()
    inside = Q(pk=OuterRef("pk"))
    for above in ("region", "parent", "parent__parent", "parent__parent__parent"):
        inside |= Q(**{above: OuterRef("pk")})
    # Asked of the few that a search finds: to list all that is used takes long.
    used = every.filter(inside).filter(carried_by(visible(request), every))
    return every.filter(Exists(used.order_by()))


@_known
def known_organisations(request: HttpRequest) -> QuerySet:
    """The organisations that visible pages name."""
    every = Organisation.objects.all()
    return every.filter(carried_by(visible(request), every))


@_known
def known_people(request: HttpRequest) -> QuerySet:
    """The people who may be named, and are on a visible page."""
    people = Person.objects.public()
    return people.filter(carried_by(visible(request), people))


def _source(
    name: str, objects: QuerySet, columns: tuple[Any, Any, Any], fact: Callable[[Brief], str]
) -> SearchSource:
    """Make a source of objects whose columns are a name, what stands in addresses, and a fact."""

    def results(found: Sequence[Brief], request: HttpRequest) -> list[Result]:
        address = reverse("search")
        return [
            Result(one.first, f"{address}?{urlencode({name: one.second})}", facts=fact(one))
            for one in found
        ]

    meta = objects.model._meta
    return SearchSource(
        name, meta.verbose_name, meta.verbose_name_plural, objects, results, columns
    )


def _organisation(one: Brief) -> str:
    acronym, _space, kind = one.third.rpartition(" ")
    facts = (acronym, str(Organisation.Kind(kind).label))
    return ", ".join(fact for fact in facts if fact)
