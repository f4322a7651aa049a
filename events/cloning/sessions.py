"""Makes the skeleton of the sessions: titles, types, lengths, places, and who relays what."""

from collections import defaultdict
from typing import Any

from wagtail.models import Page

from events.models import CampusPage, EditionPage, SessionPage, SessionStatus, Slot, SlotKind

from .plan import ClonePlan
from .shift import moved_span
from .sites import Sites

#: Neither speakers, minutes, recordings nor live links; the text is told anew each year.
SKELETON = ("title", "slug", "session_type", "summary", "parallel_group", "explain_words")


class _Sessions:
    """The sessions of an edition while their copies are made."""

    def __init__(self, new: EditionPage, days: int, user: Any) -> None:
        self.new, self.days, self.user = new, days, user
        self.origins: dict[int, Slot] = {}
        self.relays: list[Slot] = []

    def page(self, old: SessionPage, parent: Page) -> SessionPage:
        """Return a draft of ``old`` below ``parent``."""
        page = SessionPage(
            status=SessionStatus.DRAFT,
            locale=self.new.locale,
            live=False,
            has_unpublished_changes=True,
            owner=self.user,
            **{name: getattr(old, name) for name in SKELETON},
        )
        parent.add_child(instance=page)
        page.save_revision(user=self.user, changed=False, clean=False)
        return page

    def origin(self, old: Slot, session: Page, campus: CampusPage, sites: Sites) -> Slot:
        """Return the slot ``old`` of ``session`` at ``campus``, at the same time of day there."""
        start = old.start
        if start is None:
            raise ValueError("A relay has no time of its own.")
        here = sites.successors.get(old.campus_id)
        shared = session.get_parent().pk == self.new.pk
        # One that changes sites stays the instant that it was; a site's own follows its clocks.
        zone = old.campus.zone if shared and here is None else campus.zone
        starts, ends = moved_span(start, old.end, self.days, old.campus.zone, zone)
        room = sites.rooms.get(old.room_id or 0) if here is campus else None
        return Slot.objects.create(
            session=session, campus=campus, room=room, start=starts, end=ends
        )

    def relay(self, origin: Slot, campus: CampusPage, room: Any = None) -> None:
        """Let ``campus`` receive ``origin``, once."""
        known = {(relay.origin_id, relay.campus_id) for relay in self.relays}
        if campus.pk != origin.campus_id and (origin.pk, campus.pk) not in known:
            self.relays.append(
                Slot(
                    session_id=origin.session_id,
                    campus=campus,
                    room=room,
                    kind=SlotKind.RELAY,
                    origin=origin,
                )
            )


def copy_sessions(
    plan: ClonePlan, new: EditionPage, sites: Sites, days: int, user: Any
) -> dict[int, Page]:
    """Make the sessions of ``plan.old`` and their slots, ``days`` later.

    Returns the new session of each that lives on, by the key of the old one: those that a site
    takes from its model are others.
    """
    making = _Sessions(new, days, user)
    old_sites = CampusPage.objects.child_of(plan.old)
    slots = Slot.objects.filter(campus__in=old_sites).select_related("campus").order_by("pk")
    origins: dict[int, list[Slot]] = defaultdict(list)
    for slot in slots:
        if not slot.is_relay:
            origins[slot.session_id].append(slot)
    shared = list(SessionPage.objects.child_of(plan.old).order_by("path"))
    pages: dict[int, Page] = {}
    for session in shared:
        pages[session.pk] = making.page(session, new)
        for slot in origins[session.pk]:
            campus = sites.successors.get(slot.campus_id) or _host(slot, sites)
            if campus is not None:
                making.origins[slot.pk] = making.origin(slot, pages[session.pk], campus, sites)
    for each, campus in sites.made:
        skeleton = each.old or each.model
        if skeleton is None:
            continue
        for session in SessionPage.objects.child_of(skeleton).order_by("path"):
            page = making.page(session, campus)
            made = [making.origin(slot, page, campus, sites) for slot in origins[session.pk]]
            if each.old is not None:
                pages[session.pk] = page
                making.origins |= {
                    slot.pk: one for slot, one in zip(origins[session.pk], made, strict=True)
                }
    _relay(plan, making, sites, [slot for slot in slots if slot.is_relay])
    return pages


def _host(slot: Slot, sites: Sites) -> CampusPage | None:
    """The site that gives a shared session when its own is left out: one on the same clocks."""
    made = [campus for _plan, campus in sites.made]
    same = (campus for campus in made if campus.time_zone == slot.campus.time_zone)
    return next(same, made[0] if made else None)


def _relay(plan: ClonePlan, making: _Sessions, sites: Sites, relays: list[Slot]) -> None:
    """Relay as last year did, and the shared sessions everywhere when that is asked for."""
    for each, campus in sites.made:
        skeleton = each.old or each.model
        for relay in relays:
            origin = making.origins.get(relay.origin_id or 0)
            if skeleton is not None and relay.campus_id == skeleton.pk and origin is not None:
                room = sites.rooms.get(relay.room_id or 0) if each.old is not None else None
                making.relay(origin, campus, room)
    if plan.relay_everywhere:
        for origin in making.origins.values():
            if origin.session.get_parent().pk == making.new.pk:
                for _plan, campus in sites.made:
                    making.relay(origin, campus)
    Slot.objects.bulk_create(making.relays)
