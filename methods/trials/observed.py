"""What the published trials of a method show: ranges beside the declared ones, and stories."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Min, Window
from django.http import HttpRequest
from wagtail.models import Page

from community.pages import active_language, visible, visible_or_none

from ..models import MethodPage, MethodTrial
from ..wording import duration, people, span

LATEST = 5


@dataclass(frozen=True)
class Observed:
    """The ranges over all the trials in words, and the latest ones.

    Each trial has ``place``: the page it was about, translated if it is, ``None`` when this
    visitor may not see it.
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
    ours = _in_our_language(request, latest)
    for trial in latest:
        place = visible_or_none(request, trial.context)
        trial.place = place and ours.get(place.translation_key, place)
    first = latest[0]
    return Observed(
        first.number,
        span(first.minutes_min, first.minutes_max, duration),
        span(first.people_min, first.people_max, people),
        latest,
    )


def _in_our_language(request: HttpRequest, trials: list[Any]) -> dict[UUID, Page]:
    """The pages told of in other languages, by what they translate: a query if there are any."""
    pages = [trial.context for trial in trials if trial.context]
    keys = {
        page.translation_key for page in pages if page.locale.language_code != active_language()
    }
    if not keys:
        return {}
    found = visible(request).filter(translation_key__in=keys).select_related("locale")
    return {page.translation_key: page for page in found}
