"""Writes the versions of programmes."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django.db.models import Max
from django.utils import timezone
from wagtail.models import Page

from events.models import ProgrammeVersion

from .changes import Change

#: What changed, by key of the site.
Changes = dict[int, list[Change]]


def keep(found: Changes, user: Any, notes: dict[int, str]) -> dict[int, ProgrammeVersion]:
    """Write one version for each site whose programme changed; return them by site."""
    versions = {}
    lock(found)
    for campus, made in sorted(found.items()):
        if not made:
            continue
        last = ProgrammeVersion.objects.filter(campus_id=campus).aggregate(last=Max("number"))
        versions[campus] = ProgrammeVersion.objects.create(
            campus_id=campus,
            number=(last["last"] or 0) + 1,
            published_at=timezone.now(),
            published_by=user,
            note=notes.get(campus, ""),
            changes=[asdict(change) for change in made],
        )
    return versions


def lock(campuses: Iterable[int]) -> None:
    """Let nobody else publish for these sites until this is done."""
    pages = Page.objects.select_for_update().filter(pk__in=list(campuses)).order_by("pk")
    list(pages.values_list("pk"))
