"""From the published programme to the facts of its exports, as a visitor may see them."""

import uuid
from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.http import HttpRequest
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Page

from community.pages import visible_or_none
from events.models import CampusPage, EditionPage, SessionStatus, SessionType
from events.programme.entries import published_entries
from events.programme.entry import Entry

from .facts import Item, Programme, clean


def read_programme(request: HttpRequest, place: CampusPage | EditionPage) -> Programme:
    """Return what the visitor may take away of the programme of ``place``, withdrawn slots too."""
    entries = published_entries(request, sites_of(place), withdrawn=True, speakers=True)
    edition = place.edition if isinstance(place, CampusPage) else place
    slugs = [edition.slug] if place == edition else [edition.slug, place.slug]
    known = place != edition and visible_or_none(request, edition)
    items = items_of(request, entries)
    return Programme(
        name=clean(f"{place.title}, {edition.name}" if known else place.title),
        slug="_".join(["programme", *(slugify(slug).replace("-", "_") for slug in slugs)]),
        url=f"{address_of(request, place)}programme/",
        language=place.locale.language_code,
        zone=_zone(place, items),
        first_day=place.starts_on or edition.starts_on or date(edition.year, 1, 1),
        items=items,
    )


def sites_of(place: CampusPage | EditionPage) -> Iterable[CampusPage]:
    """Return the sites whose programme that of ``place`` is."""
    if isinstance(place, CampusPage):
        return [place]
    return CampusPage.objects.child_of(place).only("translation_key")


def items_of(request: HttpRequest, entries: Iterable[Entry]) -> tuple[Item, ...]:
    """Return ``entries`` as they are exported, in their order."""
    # Asked of each page, the label of a choice would translate all the others again.
    kinds = {value: str(label) for value, label in SessionType.choices}
    statuses = {value: str(label) for value, label in SessionStatus.choices}
    return tuple(_item(request, entry, kinds, statuses) for entry in entries)


def address_of(request: HttpRequest, page: Page) -> str:
    """Return the whole address of ``page``."""
    return request.build_absolute_uri(page.get_url(request))


def _item(
    request: HttpRequest, entry: Entry, kinds: dict[str, str], statuses: dict[str, str]
) -> Item:
    session, origin = entry.session, entry.origin_campus
    latest = session.last_published_at if session else None
    speakers = session.public_speakers if session else ()
    return Item(
        key=entry.key,
        title=clean(entry.title) or _("A session that was withdrawn"),
        summary=clean(session.summary) if session else "",
        kind=kinds[session.session_type] if session else "",
        language=session.locale.language_code if session else "",
        people=tuple(clean(str(row.person)) for row in speakers if row.confirmed),
        url=address_of(request, session or entry.campus),
        stream=session.stream_url if session else "",
        site=clean(entry.campus.title),
        room=clean(entry.room),
        room_key=uuid.uuid5(entry.campus.translation_key, entry.room),
        relayed_from=clean(origin.title) if entry.is_relay and origin else "",
        zone=entry.zone.key,
        day=entry.day,
        start=entry.start,
        end=entry.end,
        status=statuses[entry.status],
        cancelled=entry.cancelled,
        tentative=entry.status == SessionStatus.DRAFT,
        withdrawn=entry.withdrawn,
        sequence=entry.sequence,
        modified=max(entry.changed_at, latest or entry.changed_at),
    )


def _zone(place: CampusPage | EditionPage, items: Iterable[Item]) -> str:
    """The one zone of all the items, else that of the whole site."""
    if isinstance(place, CampusPage):
        return place.zone.key
    zones = {item.zone for item in items}
    return zones.pop() if len(zones) == 1 else settings.TIME_ZONE
