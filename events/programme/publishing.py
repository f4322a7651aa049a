"""Makes the working programme of a site public, and keeps what was published in step.

The rows are written before the pages are published: the receiver in ``events.signals`` then finds
nothing left to change, and one publication is one version.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import asdict, replace
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from wagtail.models import Page

from events.models import (
    CampusPage,
    EditionPage,
    ProgrammeVersion,
    PublishedSlot,
    SessionPage,
    Slot,
)

from .changes import Change, compare
from .facts import Facts, wanted
from .source import slots_of, source_of

Changes = dict[int, list[Change]]


@transaction.atomic
def publish(campus: CampusPage, user: Any, note: str = "") -> ProgrammeVersion | None:
    """Make the working programme of ``campus`` public; return the version, ``None``: no change.

    Publishes the drafts of the site's own sessions that have a slot there. What moved or left the
    programme does so on every site that relays it: each gets a version of its own. Raises
    ``PermissionDenied`` when ``user`` may not publish these pages (``None``: the machine).
    """
    campus = source_of(campus)
    _lock([campus.pk])
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
    return _keep(found, user, {campus.pk: note}).get(campus.pk)


@transaction.atomic
def publish_shared(edition: EditionPage, user: Any) -> list[SessionPage]:
    """Publish the drafts of the sessions that all sites of ``edition`` share; return them."""
    return _publish_drafts(SessionPage.objects.child_of(source_of(edition)), user)


@transaction.atomic
def refresh(session: SessionPage, user: Any = None) -> None:
    """Tell the published programmes that ``session`` was published or unpublished."""
    slots = list(PublishedSlot.objects.filter(session=session).select_related("room", "campus"))
    if not slots:
        return
    _lock(slot.campus_id for slot in slots)
    working = set(Slot.objects.filter(session=session).values_list("key", flat=True))
    names = ("title", "status", "session_type")
    told = {name: getattr(session, name) for name in names}
    found: Changes = defaultdict(list)
    for slot in slots:
        stays = session.live and not (slot.withdrawn and slot.key not in working)
        _put(slot, replace(Facts.of(slot), **told) if stays else None, found)
    _keep(found, user, {})


@transaction.atomic
def withdraw(session: SessionPage, apart_from: Collection[int]) -> None:
    """Withdraw what is published of ``session``, but at the sites ``apart_from``, by key."""
    slots = PublishedSlot.objects.filter(session=session).exclude(campus__in=apart_from)
    found: Changes = defaultdict(list)
    for slot in slots.select_related("room", "campus"):
        _put(slot, None, found)
    _keep(found, None, {})


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


def _keep(found: Changes, user: Any, notes: dict[int, str]) -> dict[int, ProgrammeVersion]:
    """Write one version for each site whose programme changed; return them by site."""
    versions = {}
    _lock(found)
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


def _publish_pages(campus: CampusPage, user: Any) -> None:
    slots = slots_of(campus).values("session")
    _publish_drafts(SessionPage.objects.child_of(campus).filter(pk__in=slots), user)


def _publish_drafts(sessions: Any, user: Any) -> list[SessionPage]:
    drafts = sessions.filter(has_unpublished_changes=True).select_related("latest_revision")
    found = [session for session in drafts if session.latest_revision is not None]
    for session in found:
        session.latest_revision.publish(user=user)
    return found


def _lock(campuses: Iterable[int]) -> None:
    """Let nobody else publish for these sites until this is done."""
    pages = Page.objects.select_for_update().filter(pk__in=list(campuses)).order_by("pk")
    list(pages.values_list("pk"))
