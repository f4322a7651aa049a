"""How many défis met each obstacle or have each lever."""

from collections import Counter

from django.db.models import QuerySet
from django.http import HttpRequest

from community.pages import once

from ..models import Lever, Obstacle
from .told import of_fiches, of_follow_ups


def defis_by_factor(request: HttpRequest) -> Counter[int]:
    """Return how many défis this visitor can tell to have met each factor, by its key.

    A défi counts once, were it told by its fiche and by several follow-ups. One query, the first
    time that it is asked for on a page.
    """

    def count() -> Counter[int]:
        first, *others = (
            _pairs(of_fiches(Obstacle.objects, request), "factor_id"),
            _pairs(of_fiches(Lever.objects, request), "factor_id"),
            _pairs(of_follow_ups(request), "factor_id"),
            _pairs(of_follow_ups(request), "lever_id"),
        )
        return Counter(factor for factor, _defi in first.union(*others))

    return once(request, "defis.met", count)


def _pairs(rows: QuerySet, field: str) -> QuerySet:
    return rows.exclude(**{field: None}).values_list(field, "defi")
