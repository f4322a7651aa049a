"""What the form of a slot shows first: where it stands, or where the person was in the grid."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest

from events.models import CampusPage, EditionPage, SessionPage, Slot
from events.programme.source import slots_of

from .texts import told
from .times import DayField, HourField


def proposed(request: HttpRequest, campus: CampusPage, edition: EditionPage) -> dict[str, Any]:
    """Return the values that the address names and that mean something.

    ``depuis`` names a slot to take the place and the hours of; ``jour``, ``debut`` and ``salle``
    a place in the grid. The first day of the site is proposed when none is named.
    """
    found: dict[str, Any] = {"day": campus.starts_on or edition.starts_on}
    slots = slots_of(campus).select_related("origin", "session__latest_revision")
    slot = slots.filter(pk=number(request.GET.get("depuis", ""))).first()
    if slot is not None and not slot.is_relay:
        names = ("room", "day", "start", "end", "last_day")
        values = values_of(campus, slot, None)
        return found | {name: values[name] for name in names}
    for name, given, field in (
        ("day", "jour", DayField()),
        ("start", "debut", HourField()),
    ):
        try:
            found[name] = field.clean(request.GET.get(given))
        except ValidationError:
            continue
    return found | {"room": number(request.GET.get("salle", "")) or None}


def number(value: str) -> int:
    """Return the key of a row that an address names; 0, which no row has, for anything else."""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 18 else 0


def values_of(campus: CampusPage, slot: Slot, session: SessionPage | None) -> dict[str, str]:
    """Return what the form of ``slot`` shows, as the browser would send it."""
    values = {**told(session or slot.session), "room": str(slot.room_id or "")}
    if not slot.is_relay:
        start = slot.start.astimezone(campus.zone)
        end = slot.end.astimezone(campus.zone) if slot.end else None
        values |= {
            "day": f"{start:%Y-%m-%d}",
            "start": f"{start:%H:%M}",
            "end": f"{end:%H:%M}" if end else "",
            "last_day": f"{end:%Y-%m-%d}" if end and end.date() > start.date() else "",
        }
    return values
