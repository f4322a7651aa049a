"""What the form proposes, and which sites are meant by what it says."""

import uuid
from datetime import timedelta
from typing import Any

from django.db.models import Max

from community.pages.sorting import sort_key
from events.models import CampusPage, EditionPage

from .plan import SitePlan
from .shift import first_day
from .table import Row


def proposal(old: EditionPage) -> dict[str, Any]:
    """What is likely: the year after the last, on the same day of the week, one more ordinal."""
    last = EditionPage.objects.sibling_of(old).aggregate(last=Max("year"))["last"]
    year = min(last + 1, 2100)
    base = first_day(old)
    title = old.title.replace(str(old.year), str(year))
    if old.ordinal:
        title = title.replace(f"{old.ordinal}e ", f"{old.ordinal + year - old.year}e ", 1)
    return {
        "year": year,
        "title": title,
        "slug": str(year),
        "first_day": base + timedelta(weeks=52 * (year - old.year)) if base else None,
        "token": uuid.uuid4(),
    }


def planned_sites(sites: list[CampusPage], rows: list[Row], said: dict[str, Any]) -> list[SitePlan]:
    """Return the sites kept, in the order they had, then those of the table that are new.

    ``said`` is what the form says: ``keep-`` and ``name-`` with the key of each site, ``model``.
    """
    model = next((one for one in sites if str(one.pk) == said.get("model")), None)
    named = {sort_key(row.title): row for row in rows}
    kept = []
    for site in sites:
        title = said.get(f"name-{site.pk}") or site.title
        found = [named.pop(key, None) for key in {sort_key(title), sort_key(site.title)}]
        row = next((row for row in found if row is not None), None)
        if row is not None or said.get(f"keep-{site.pk}"):
            kept.append(
                SitePlan(
                    title=title,
                    time_zone=(row and row.zone_said) or site.time_zone,
                    territory=site.territory or (row.territory if row else None),
                    old=site,
                    coordinator=row.coordinator if row else None,
                )
            )
    new = [
        SitePlan(
            title=row.title,
            time_zone=row.zone_said or row.zone_guessed,
            territory=row.territory,
            model=model,
            coordinator=row.coordinator,
        )
        for row in named.values()
    ]
    return [*kept, *new]
