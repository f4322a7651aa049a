"""What the form of a new slot proposes: where the person was in the programme."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest

from events.models import CampusPage, EditionPage
from events.programme.source import slots_of

from .form import values_of
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
