"""The public page of a programme: one site's, or all those of an edition."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from community.pages import CommunityPage, visible_or_none
from events.models import CampusPage, EditionPage, SessionType

from .agenda import days_of, page_zone
from .asked import Asked
from .entries import published_entries
from .entry import Entry
from .items import Item, items_of
from .live import Live, live
from .places import zone_name

#: How many lines a page may hold and still be light (EcoIndex A); beyond, a day at a time.
LINES = 45


@dataclass(frozen=True)
class SiteSummary:
    """What a site has on the days shown: how many lines, from when to when there."""

    campus: CampusPage
    count: int
    first: datetime
    last: datetime
    zone: str


def programme_response(
    request: HttpRequest,
    page: CampusPage | EditionPage,
    campuses: Iterable[CampusPage],
    now: datetime | None = None,
) -> HttpResponse:
    """Return the programme of ``campuses`` as a page below ``page``.

    ``now`` is the moment at which it is read. Only with ``DEBUG`` may the address say another
    (``?a=2018-07-09T14:40%2B02:00``).
    """
    asked = Asked.of(request.GET)
    # Not the type's own: what an edition or a site shows beside its text would be read in vain.
    context = CommunityPage.get_context(page, request)
    entries = published_entries(request, campuses, speakers=True)
    context |= _shown(entries, asked, now or _moment(request))
    address = f"{page.get_url(request)}programme/"
    edition = page if isinstance(page, EditionPage) else visible_or_none(request, page.edition)
    top = edition or page
    context |= {
        "asked": asked,
        "address": address,
        "edition": edition,
        "breadcrumb": [*context["breadcrumb"], page],
        "favourites": top.translation_key,
        "all_favourites": f"{top.get_url(request)}programme/",
    }
    return TemplateResponse(request, "events/programme.html", context)


def _moment(request: HttpRequest) -> datetime:
    told = parse_datetime(request.GET.get("a", "")) if settings.DEBUG else None
    return told if told and told.tzinfo else timezone.now()


def _shown(entries: Sequence[Entry], asked: Asked, now: datetime) -> dict[str, Any]:
    """Return what is shown of ``entries``: the site, the day and the sessions asked for."""
    campuses = list({entry.campus.pk: entry.campus for entry in entries}.values())
    campuses.sort(key=lambda campus: campus.path)
    site = next((campus for campus in campuses if campus.slug == asked.site), None)
    here = [entry for entry in entries if site is None or entry.campus == site]
    many = site is None and len(campuses) > 1
    zone = page_zone([site] if site else campuses, ZoneInfo(settings.TIME_ZONE))
    everything = items_of(here)
    items = [item for item in everything if _wanted(item, asked)]
    all_days = sorted({item.day(zone) for item in items})
    chosen = next((day for day in all_days if day.isoformat() == asked.day), None)
    whole = len(items) <= LINES
    today = now.astimezone(zone).date()
    if chosen is None and not whole and all_days:
        chosen = next((day for day in all_days if day >= today), all_days[0])
        if all_days[-1] < today:
            chosen = all_days[0]
    shown = [item for item in items if chosen in (None, item.day(zone))]
    crowded = many and len(shown) > LINES
    summaries = _summaries(shown, campuses) if many else []
    if crowded:
        shown = [item for item in shown if len(item.campuses) > 1][:LINES]
    standing = everything if not crowded else [i for i in everything if len(i.campuses) > 1]
    return {
        "campuses": campuses,
        "site": site,
        "many_sites": many,
        "zone": zone,
        "zone_name": zone_name(zone),
        "zones_differ": len({campus.zone for campus in campuses}) > 1 and many,
        "all_days": all_days,
        "chosen": chosen,
        "whole": whole,
        "days": days_of(shown, zone, asked.view),
        "count": len(items),
        "crowded": crowded,
        "summaries": summaries,
        "published": bool(entries),
        "type_label": SessionType(asked.session_type).label if asked.session_type else "",
        "now": now,
        "live": None if asked.filtered else _told(live(standing, now, zone), chosen, today),
    }


def _told(found: Live | None, chosen: date | None, today: date) -> Live | None:
    """Tell of nothing that the script of the page would not find on the day that is shown."""
    if found is None or found.phase == "before":
        return found
    return found if chosen in (None, today) else None


def _wanted(item: Item, asked: Asked) -> bool:
    if asked.session_type and item.session.session_type != asked.session_type:
        return False
    return asked.keys is None or any(entry.key in asked.keys for entry in item.entries)


def _summaries(items: Sequence[Item], campuses: Sequence[CampusPage]) -> list[SiteSummary]:
    """Return one summary for each site that has something, in tree order."""
    found: dict[int, list[Entry]] = {}
    for entry in (entry for item in items for entry in item.entries):
        found.setdefault(entry.campus.pk, []).append(entry)
    return [
        SiteSummary(
            campus=campus,
            count=len({(entry.session, entry.start) for entry in found[campus.pk]}),
            first=min(entry.local_start for entry in found[campus.pk]),
            last=max(entry.local_end or entry.local_start for entry in found[campus.pk]),
            zone=zone_name(campus.zone),
        )
        for campus in campuses
        if campus.pk in found
    ]
