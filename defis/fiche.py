"""What the page of a défi shows: its places, its story, what it used and what it gave."""

from typing import Any

from django.db.models import F
from django.http import HttpRequest

from community.pages import visible, visible_or_none

from .audience import tell_audience
from .factors import words_on
from .filiation import around
from .methods_used import methods_by_temps
from .models import DefiPage, FollowUpPage, PrototypePage
from .timeline import story_of


def fiche(page: DefiPage, request: HttpRequest, backlinks: list[Any]) -> dict[str, Any]:
    """Return what the template shows of ``page`` to this visitor, by name.

    ``backlinks`` without those that the fiche shows elsewhere are part of it.
    """
    follow_ups = list(
        visible(request, FollowUpPage)
        .child_of(page)
        .select_related("locale")
        .order_by("-date", "-pk")
    )
    tell_audience(follow_ups, request)
    told = words_on(page, follow_ups, request)
    # For what the fiche lacks: nobody reads these rows a second time.
    page.obstacle_rows, page.lever_rows = told.obstacles, told.levers
    reuse = around(page, request)
    return {
        "edition": visible_or_none(request, page.edition),
        "campus": visible_or_none(request, page.campus),
        "porteurs": page.porteur_rows,
        "territories": page.territory_rows,
        "follow_ups": follow_ups,
        "obstacles": told.obstacles,
        "levers": told.levers,
        "story": story_of(page, follow_ups, told.met, request),
        "prototypes": _prototypes(page, request),
        "methods": methods_by_temps(page, request),
        "reuse": reuse,
        "backlinks": reuse.not_again(backlinks),
    }


def _prototypes(page: DefiPage, request: HttpRequest) -> list[PrototypePage]:
    # A page previewed before its first save has no key yet: nothing can point to it.
    return list(
        visible(request, PrototypePage)
        .filter(prototype_defis__defi_id__in=[page.pk] if page.pk else [])
        .annotate(confirmed=F("prototype_defis__confirmed"))
        .select_related("locale")
        .distinct()
        .order_by("sort_title")
    )
