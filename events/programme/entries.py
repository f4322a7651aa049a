"""The published programme, as a visitor may see it: three queries, whatever its length."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery
from django.http import HttpRequest

from community.pages import active_language, once, visible
from events.models import CampusPage, PublishedSlot, SessionPage, SessionSpeaker

from .entry import Entry


def published_entries(
    request: HttpRequest,
    campuses: Iterable[CampusPage],
    *,
    withdrawn: bool = False,
    speakers: bool = False,
) -> list[Entry]:
    """Return the programme of ``campuses`` (in any language) that this visitor may see.

    Only visible sites and sessions are in it, sorted by start, site, room. With ``withdrawn``
    what left the programme is in it too. ``speakers`` reads the speakers of the sessions, for
    ``session.public_speakers``: one query more.
    """
    keys = {campus.translation_key for campus in campuses}
    slots = PublishedSlot.objects.filter(campus__translation_key__in=keys)
    return _entries(request, slots, withdrawn=withdrawn, speakers=speakers)


def published_entries_of(
    request: HttpRequest, session: SessionPage, *, withdrawn: bool = False
) -> list[Entry]:
    """Return when and where this visitor may follow ``session``, read once per request."""

    def read() -> list[Entry]:
        slots = PublishedSlot.objects.filter(session__translation_key=session.translation_key)
        return _entries(request, slots, withdrawn=withdrawn)

    return once(request, f"events.entries.{session.translation_key}.{withdrawn}", read)


def entry_of(request: HttpRequest, key: UUID) -> Entry | None:
    """Return the entry that ``key`` names for ever, withdrawn or not; ``None``: not visible."""
    found = _entries(request, PublishedSlot.objects.filter(key=key), withdrawn=True)
    return next(iter(found), None)


def _entries(
    request: HttpRequest,
    slots: "QuerySet[PublishedSlot]",
    *,
    withdrawn: bool,
    speakers: bool = False,
) -> list[Entry]:
    if not withdrawn:
        slots = slots.filter(withdrawn=False)
    origins = PublishedSlot.objects.filter(key=OuterRef("origin_key"))
    rows = slots.select_related("room").annotate(
        origin_campus_id=Subquery(origins.values("campus_id")[:1])
    )
    # The sites of the slots, and those that the relays among them come from.
    origin_keys = slots.filter(origin_key__isnull=False).values("origin_key")
    sites = PublishedSlot.objects.filter(key__in=origin_keys).values("campus__translation_key")
    campuses = _shown(
        request,
        CampusPage.objects.filter(
            Q(translation_key__in=slots.values("campus__translation_key"))
            | Q(translation_key__in=sites)
        ).defer("body"),
    )
    pages = SessionPage.objects.filter(
        translation_key__in=slots.filter(session__isnull=False).values("session__translation_key")
    ).defer("body", "aftermath")
    if speakers:
        rows_with_names = SessionSpeaker.objects.select_related("person", "organisation")
        pages = pages.prefetch_related(Prefetch("speakers", rows_with_names))
    sessions = _shown(request, pages)
    found = [
        _entry(slot, campuses, sessions)
        for slot in rows
        if slot.campus_id in campuses and (slot.session_id in sessions or slot.withdrawn)
    ]
    return sorted(found, key=lambda entry: (entry.start, entry.campus.path, entry.room))


def _entry(slot: Any, campuses: dict[int, CampusPage], sessions: dict[int, SessionPage]) -> Entry:
    return Entry(
        key=slot.key,
        session=sessions.get(slot.session_id),
        campus=campuses[slot.campus_id],
        room=slot.room.name if slot.room else "",
        kind=slot.kind,
        origin_key=slot.origin_key,
        origin_campus=campuses.get(slot.origin_campus_id),
        start=slot.start,
        end=slot.end,
        status=slot.status,
        sequence=slot.sequence,
        changed_at=slot.changed_at,
        withdrawn=slot.withdrawn,
    )


def _shown(request: HttpRequest, pages: Any) -> dict[int, Any]:
    """Return, by the key of each visible page, that page in the active language, else itself."""
    found = list(visible(request, pages, language="all").select_related("locale"))
    language = active_language()
    twins = {page.translation_key: page for page in found if page.locale.language_code == language}
    return {page.pk: twins.get(page.translation_key, page) for page in found}
