"""Makes the working programme of a site public, and keeps what was published in step.

The rows are written before the pages are published: the receiver in ``events.signals`` then finds
nothing left to change, and one publication is one version.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils import timezone

from events.models import (
    CampusPage,
    EditionPage,
    ProgrammeVersion,
    PublishedSlot,
    SessionPage,
    Slot,
)

from .changes import compare
from .facts import Facts, wanted
from .source import slots_of, source_of
from .versions import Changes, keep, lock


@transaction.atomic
def publish(campus: CampusPage, user: Any, note: str = "") -> ProgrammeVersion | None:
    """Make the working programme of ``campus`` public; return the version, ``None``: no change.

    Publishes the drafts of the site's own sessions that have a slot there. What moved or left the
    programme does so on every site that relays it: each gets a version of its own. Raises
    ``PermissionDenied`` when ``user`` may not publish these pages (``None``: the machine).
    """
    campus = source_of(campus)
    lock([campus.pk])
    published = {
        slot.key: slot
        for slot in PublishedSlot.objects.filter(campus=campus).select_related("room", "campus")
    }
    found: Changes = defaultdict(list)
    facts = wanted(campus)
    for key, new in facts.items():
        slot = published.get(key) or PublishedSlot(key=key, campus=campus, withdrawn=False)
        _put(slot, new, found)
    for key, slot in published.items():
        if key not in facts:
            _put(slot, None, found)
    _publish_pages(campus, user)
    return keep(found, user, {campus.pk: note}).get(campus.pk)


@transaction.atomic
def publish_shared(edition: EditionPage, user: Any) -> list[SessionPage]:
    """Publish the drafts of the sessions that all sites of ``edition`` share; return them."""
    return _publish_drafts(SessionPage.objects.child_of(source_of(edition)), user)


@transaction.atomic
def refresh(session: SessionPage, user: Any = None) -> None:
    """Tell the published programmes that ``session``, live, was published by itself."""
    slots = _published_of(session)
    if not slots:
        return
    lock(slot.campus_id for slot in slots)
    working = set(Slot.objects.filter(session=session).values_list("key", flat=True))
    names = ("title", "status", "session_type")
    told = {name: getattr(session, name) for name in names}
    found: Changes = defaultdict(list)
    for slot in slots:
        stays = not slot.withdrawn or slot.key in working
        _put(slot, replace(Facts.of(slot), **told) if stays else None, found)
    keep(found, user, {})


@transaction.atomic
def withdraw(session: SessionPage, apart_from: Collection[int] = ()) -> None:
    """Withdraw what is published of ``session``, but at the sites ``apart_from``, by key."""
    slots = [slot for slot in _published_of(session) if slot.campus_id not in apart_from]
    lock(slot.campus_id for slot in slots)
    found: Changes = defaultdict(list)
    for slot in slots:
        _put(slot, None, found)
    keep(found, None, {})


def _published_of(session: SessionPage) -> list[PublishedSlot]:
    """Relays first: an origin that changes afterwards finds them up to date."""
    slots = PublishedSlot.objects.filter(session=session).select_related("room", "campus")
    return sorted(slots, key=lambda slot: slot.origin_key is None)


def _put(slot: PublishedSlot, new: Facts | None, found: Changes) -> None:
    """Publish ``new`` as ``slot`` (``None``: withdraw it) and note what changed, relays too."""
    old = Facts.of(slot) if slot.pk else None
    if new is None and slot.withdrawn:
        return
    zone = slot.campus.zone.key
    made = compare(str(slot.key), old, new, zone, withdrawn=slot.withdrawn)
    if old == new and not made:
        return
    slot.sequence = slot.sequence + 1 if slot.pk else 0
    slot.changed_at = timezone.now()
    slot.withdrawn = new is None
    for name, value in (new.columns() if new else {}).items():
        setattr(slot, name, value)
    slot.save()
    found[slot.campus_id] += made
    relays = PublishedSlot.objects.filter(origin_key=slot.key, withdrawn=False)
    for relay in relays.select_related("room", "campus"):
        facts = replace(Facts.of(relay), start=slot.start, end=slot.end)
        _put(relay, None if slot.withdrawn else facts, found)


def _publish_pages(campus: CampusPage, user: Any) -> None:
    slots = slots_of(campus).values("session")
    _publish_drafts(SessionPage.objects.child_of(campus).filter(pk__in=slots), user)


def _publish_drafts(sessions: Any, user: Any) -> list[SessionPage]:
    drafts = sessions.filter(has_unpublished_changes=True).select_related("latest_revision")
    found = [session for session in drafts if session.latest_revision is not None]
    for session in found:
        session.latest_revision.publish(user=user)
    return found
