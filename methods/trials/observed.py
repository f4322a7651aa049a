"""What the published trials of a method show: ranges beside the declared ones, and stories."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Min, Window
from django.http import HttpRequest

from community.pages import visible_or_none

from ..models import MethodPage, MethodTrial
from ..wording import duration, people, span

LATEST = 5


@dataclass(frozen=True)
class Observed:
    """The ranges over all the trials in words, and the latest ones.

    Each trial has ``place``: the page it was about, ``None`` when this visitor may not see it.
    """

    number: int
    minutes: str
    people: str
    latest: list[Any]


def observed(page: MethodPage, request: HttpRequest) -> Observed | None:
    """Return what is known from the trials of ``page`` in all languages (one query)."""
    trials = MethodTrial.objects.filter(live=True, method__translation_key=page.translation_key)
    latest = list(
        trials.select_related("context__locale")
        .annotate(
            number=Window(Count("pk")),
            minutes_min=Window(Min("minutes")),
            minutes_max=Window(Max("minutes")),
            people_min=Window(Min("people")),
            people_max=Window(Max("people")),
        )
        .order_by("-created_at", "-pk")[:LATEST]
    )
    if not latest:
        return None
    for trial in latest:
        trial.place = visible_or_none(request, trial.context)
    first = latest[0]
    return Observed(
        first.number,
        span(first.minutes_min, first.minutes_max, duration),
        span(first.people_min, first.people_max, people),
        latest,
    )
