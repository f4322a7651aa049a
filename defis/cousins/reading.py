"""Reads from the database what tells défis apart: only what everybody may see."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest

from community.models import PageTag, PageTheme
from community.pages import visible

from ..models import DefiPage, FactorPage, FollowUpObstacle, FollowUpPage, Lever, Obstacle
from . import terms
from .index import Entry

Stamp = tuple[Any, ...]
#: Défis read at a time: databases take so many keys in one question.
BATCH = 500


def stamps(request: HttpRequest) -> dict[int, Stamp]:
    """Return what changes, for each visible défi, when its fiche or a follow-up does."""
    found: dict[int, Stamp] = {}
    owners: dict[str, int] = {}
    for pk, path, published in _defis(request).values_list("pk", "path", "last_published_at"):
        found[pk], owners[path] = (published,), pk
    for path, pk, published in _follow_ups(request).values_list("path", "pk", "last_published_at"):
        if owner := owners.get(path[: -FollowUpPage.steplen]):
            found[owner] += (pk, published)
    return found


def entries(request: HttpRequest, wanted: Iterable[int]) -> dict[int, Entry]:
    """Return the entries of the visible défis among ``wanted``, a batch at a time."""
    keys = list(wanted)
    factors = set(visible(request, FactorPage).values_list("translation_key", flat=True))
    found: dict[int, Entry] = {}
    for start in range(0, len(keys), BATCH):
        found |= _entries(request, set(keys[start : start + BATCH]), factors)
    return found


def _entries(request: HttpRequest, keys: set[int], factors: set[Any]) -> dict[int, Entry]:
    texts: dict[int, list[tuple[str, float]]] = {}
    owners: dict[str, int] = {}
    columns = ("title", "short_name", "summary", "working_question", "stakes")
    weights = (terms.QUESTION, terms.NAME, terms.SUMMARY, terms.WORKING_QUESTION, terms.STAKES)
    states: dict[int, str] = {}
    defis = _defis(request).filter(pk__in=keys)
    for pk, path, state, *values in defis.values_list("pk", "path", "state", *columns):
        owners[path], states[pk] = pk, state
        told = (terms.plain(value) for value in values)
        texts[pk] = list(zip(told, weights, strict=True))
    shared = _shared(keys)
    obstacles: dict[int, str] = {}
    for model in (Obstacle, Lever):
        rows = model.objects.filter(page__in=keys).order_by("page_id", "sort_order")
        for pk, text, factor in rows.values_list("page_id", "text", "factor__translation_key"):
            if pk not in texts:
                continue
            texts[pk].append((text, terms.MET))
            if factor in factors:
                shared[pk][str(factor)] = terms.FACTOR
            if model is Obstacle:
                obstacles.setdefault(pk, text)
    fates: dict[int, str] = {}
    follow_ups: dict[int, int] = {}
    told_of = _follow_ups(request).below_paths(list(owners)).order_by("date", "pk")
    for key, path, title, learnt in told_of.values_list("pk", "path_above", "title", "learnt"):
        if owner := owners.get(path):
            follow_ups[key] = owner
            texts[owner].append((f"{title} {learnt}", terms.TOLD))
            fates[owner] = title
    met = FollowUpObstacle.objects.filter(page__in=list(follow_ups))
    met = met.order_by("page__date", "page_id", "sort_order")
    for key, text, how, factor in met.values_list(
        "page_id", "text", "how", "factor__translation_key"
    ):
        if owner := follow_ups.get(key):
            texts[owner].append((f"{text} {how}", terms.TOLD))
            obstacles.setdefault(owner, text)
            if factor in factors:
                shared[owner][str(factor)] = terms.FACTOR
    return {
        pk: Entry(
            pk,
            terms.weigh(parts, shared[pk].items()),
            states[pk],
            obstacles.get(pk, ""),
            fates.get(pk, ""),
        )
        for pk, parts in texts.items()
    }


def _shared(keys: set[int]) -> Mapping[int, dict[str, float]]:
    """The themes and tags of défis, as marks that no word can be taken for."""
    found: dict[int, dict[str, float]] = defaultdict(dict)
    themes = PageTheme.objects.filter(page__in=keys).values_list("page_id", "theme__slug")
    for pk, slug in themes:
        found[pk][f"theme {slug}"] = terms.THEME
    tags = PageTag.objects.filter(content_object__in=keys)
    for pk, slug in tags.values_list("content_object_id", "tag__slug"):
        found[pk][f"tag {slug}"] = terms.TAG
    return found


def _defis(request: HttpRequest) -> Any:
    return visible(request, DefiPage).order_by("pk")


def _follow_ups(request: HttpRequest) -> Any:
    return visible(request, FollowUpPage).order_by("pk")
