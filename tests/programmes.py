"""Plans sessions for the tests on programmes."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from events.models import (
    CampusPage,
    PublishedSlot,
    Room,
    SessionPage,
    SessionSpeaker,
    Slot,
    SlotKind,
)


def campus_of(year: str, slug: str) -> CampusPage:
    """Return the site of an edition of the demonstration."""
    return CampusPage.objects.get(slug=slug, url_path__startswith=f"/accueil/editions/{year}/")


def new_campus(like: CampusPage, title: str, zone: str) -> CampusPage:
    """Return a new site of the edition of ``like``."""
    campus = CampusPage(title=title, time_zone=zone, starts_on=like.starts_on, ends_on=like.ends_on)
    like.get_parent().add_child(instance=campus)
    return campus


def session(parent: Any, title: str, *speakers: SessionSpeaker, **fields: Any) -> SessionPage:
    """Return a new session below ``parent``, a draft that was never published."""
    page = SessionPage(title=title, live=False, speakers=list(speakers), **fields)
    parent.add_child(instance=page)
    page.save_revision()
    page.refresh_from_db()
    return page


def at(campus: CampusPage, when: str) -> datetime:
    """Return "2018-07-09 14:30" on the clocks of ``campus``."""
    return datetime.fromisoformat(when).replace(tzinfo=campus.zone)


def slot(page: SessionPage, campus: CampusPage, start: str, end: str = "", room: str = "") -> Slot:
    """Return a new slot of a session, at local times."""
    found = Room.objects.get_or_create(campus=campus, name=room)[0] if room else None
    return Slot.objects.create(
        session=page,
        campus=campus,
        room=found,
        start=at(campus, start),
        end=at(campus, end) if end else None,
    )


def relay(origin: Slot, campus: CampusPage) -> Slot:
    """Return a new relay of ``origin`` at ``campus``."""
    return Slot.objects.create(
        session=origin.session, campus=campus, kind=SlotKind.RELAY, origin=origin
    )


def on_air(page: SessionPage, within: timedelta) -> None:
    """Let the published session begin ``within`` such a time from now, and last an hour."""
    start = timezone.now() + within
    slots = PublishedSlot.objects.filter(session__translation_key=page.translation_key)
    slots.update(start=start, end=start + timedelta(hours=1))
