"""The methods that stand beside a method: those of its family, those of its Temps."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, CharField, Exists, F, OuterRef, Value, When, Window
from django.db.models.functions import RowNumber
from django.http import HttpRequest

from community.pages import visible

from .models import MethodPage, MethodTemps

FAMILY, TEMPS = "family", "temps"
OF_EACH = 4


@dataclass(frozen=True)
class Neighbours:
    """A few visible methods by name; those of the family are not said again among the others."""

    family: list[Any]
    temps: list[Any]


def neighbours(page: MethodPage, request: HttpRequest) -> Neighbours:
    """Return the methods beside ``page``, which may not be saved yet (one query)."""
    temps = [row.temps for row in page.temps_rows]
    shared = MethodTemps.objects.filter(page=OuterRef("pk"), temps__in=temps)
    words = CharField()
    found = (
        visible(request, MethodPage)
        .exclude(pk=page.pk)
        .annotate(
            kin=Case(
                When(family=page.family, then=Value(FAMILY, words)),
                When(Exists(shared), then=Value(TEMPS, words)),
                output_field=words,
            ),
            place=Window(RowNumber(), partition_by=[F("kin")], order_by="sort_title"),
        )
        .filter(kin__isnull=False, place__lte=OF_EACH)
        .select_related("locale")
        .defer_streamfields()
        .order_by("sort_title")
    )
    kin: dict[str, list[Any]] = {FAMILY: [], TEMPS: []}
    for method in found:
        kin[method.kin].append(method)
    return Neighbours(kin[FAMILY], kin[TEMPS])
