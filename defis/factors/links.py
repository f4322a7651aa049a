"""Which obstacle or lever of the list the words of a row are, when the visitor may know."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest

from community.pages import visible_or_none

from ..models import FollowUpObstacle


def linked(rows: Iterable[Any], request: HttpRequest) -> list[Any]:
    """Return ``rows``, each with ``factor_shown`` and ``lever_shown``: a visible page or ``None``.

    Read what they point to with them (``factor__locale``, ``lever__locale``).
    """
    found = list(rows)
    for row in found:
        row.factor_shown = visible_or_none(request, row.factor)
        row.lever_shown = visible_or_none(request, getattr(row, "lever", None))
    return found


def obstacles_by_follow_up(follow_ups: list[Any], request: HttpRequest) -> dict[int, list[Any]]:
    """Return the linked obstacles of follow-ups, by the key of each: one query, none without."""
    found: dict[int, list[Any]] = {}
    if follow_ups:
        rows = FollowUpObstacle.objects.filter(page__in=[page.pk for page in follow_ups])
        related = rows.select_related("factor__locale", "lever__locale").order_by("sort_order")
        for row in linked(related, request):
            found.setdefault(row.page_id, []).append(row)
    return found
