"""Reads methods from the database: one query for the catalogue, however many there are."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Value, When
from django.http import HttpRequest

from community.pages import active_language, rows_of, visible, visible_or_none

from ..models import MethodPage
from .catalogue import Catalogue, Fact, catalogue_of
from .plan import Format
from .preparation import Details, Material, Step

COLUMNS = (
    *("title", "family", "part", "minutes_min", "minutes_max", "people_min", "people_max"),
    "difficulty",
)


@dataclass(frozen=True)
class Known:
    """A method of the session: its page, and what it takes."""

    page: MethodPage
    details: Details


def catalogue(request: HttpRequest) -> Catalogue:
    """Return the methods that this visitor may see, by slug."""
    rows = visible(request, MethodPage).order_by("path").values("slug", *COLUMNS, *Format.values)
    return catalogue_of(_fact(row) for row in rows.iterator())


def fact_of(page: MethodPage) -> Fact:
    """Return the facts of a method at hand."""
    return _fact({name: getattr(page, name) for name in ("slug", *COLUMNS, *Format.values)})


def _fact(row: Mapping[str, Any]) -> Fact:
    return Fact(
        row["slug"],
        **{name: row[name] for name in COLUMNS},
        formats=frozenset(format for format in Format.values if row[format]),
    )


def known(request: HttpRequest, slugs: Collection[str]) -> dict[str, Known]:
    """Return the visible methods called ``slugs`` with what they take: two queries."""
    if not slugs:
        return {}
    # One that has no version in this language is shown in its own.
    here = When(locale__language_code=active_language(), then=Value(1))
    pages = visible(request, MethodPage, language="all").filter(slug__in=slugs)
    pages = pages.order_by(Case(here, default=Value(0)), "-path")
    pages = pages.select_related("locale").prefetch_related("method_roles__role")
    # The first in the tree has the last word, as in the catalogue.
    return {page.slug: Known(page, details_of(page, request)) for page in pages}


def details_of(page: MethodPage, request: HttpRequest) -> Details:
    """Return what a method takes, from its page; roles not for this visitor are left out."""
    return Details(
        tuple(
            Step(
                step.value["title"],
                step.value.get("minutes"),
                step.value.get("grouping") or "",
                step.value.get("size"),
            )
            for step in page.steps
        ),
        tuple(
            Material(each.value["item"], each.value.get("quantity"), each.value.get("per") or "")
            for each in page.materials
        ),
        tuple(
            (row.role.title, row.number)
            for row in rows_of(page, "method_roles", "role")
            if visible_or_none(request, row.role)
        ),
        page.locale.language_code,
    )
