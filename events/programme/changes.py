"""What separates the working programme of a site from the published one, to be read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.models import CampusPage, PublishedSlot, SessionStatus, SessionType, SlotKind

from .facts import Facts, wanted
from .wording import moment


@dataclass(frozen=True)
class Change:
    """One change of a slot. Instants are stored as "start/end" in ISO 8601, ``text`` says them.

    ``kind``: added, removed, restored, moved, room, cancelled, status, renamed, type, relay.
    ``zone`` is that of the site. A version of a programme keeps these fields.
    """

    kind: str
    key: str
    title: str
    before: str = ""
    after: str = ""
    zone: str = "UTC"

    @property
    def text(self) -> str:
        """The change as a sentence, in the active language and the time of the site."""
        wording = {
            "added": _("Added: %(title)s, %(after)s"),
            "removed": _("Removed: %(title)s, %(before)s"),
            "restored": _("Back in the programme: %(title)s, %(after)s"),
            "moved": _("Moved: %(title)s, %(before)s → %(after)s"),
            "room": _("Room: %(title)s, %(before)s → %(after)s"),
            "cancelled": _("Cancelled: %(title)s"),
            "status": _("Status: %(title)s, %(before)s → %(after)s"),
            "renamed": _("Renamed: %(before)s → %(after)s"),
            "type": _("Type: %(title)s, %(before)s → %(after)s"),
            "relay": _("Given or relayed: %(title)s, %(before)s → %(after)s"),
        }[self.kind]
        return wording % {
            "title": self.title,
            "before": self._readable(self.before),
            "after": self._readable(self.after),
        }

    def _readable(self, value: str) -> str:
        if self.kind in ("added", "removed", "restored", "moved"):
            zone = ZoneInfo(self.zone)
            times = [datetime.fromisoformat(part) for part in value.split("/") if part]
            times = [time.astimezone(zone) for time in times]
            return moment(times[0], times[1] if len(times) > 1 else None) if times else ""
        labels: dict[str, Any] = {
            "room": {"": pgettext("room", "none")},
            "status": dict(SessionStatus.choices),
            "type": dict(SessionType.choices),
            "relay": dict(SlotKind.choices),
        }.get(self.kind, {})
        return str(labels.get(value, value))


def changes(campus: CampusPage) -> list[Change]:
    """Return what publishing the programme of ``campus`` would change, in order of time."""
    before = {
        slot.key: (Facts.of(slot), slot.withdrawn)
        for slot in PublishedSlot.objects.filter(
            campus__translation_key=campus.translation_key
        ).select_related("room")
    }
    after = wanted(campus)
    zone = campus.zone.key
    found: list[tuple[datetime, Change]] = []
    for key in before.keys() | after.keys():
        old, withdrawn = before.get(key, (None, False))
        new = after.get(key)
        known = new or old
        if known is None or (new is None and withdrawn):
            continue
        for change in compare(str(key), old, new, zone, withdrawn=withdrawn):
            found.append((known.start, change))
    found.sort(key=lambda item: (item[0], item[1].title, item[1].kind))
    return [change for _start, change in found]


def compare(
    key: str, old: Facts | None, new: Facts | None, zone: str, *, withdrawn: bool = False
) -> list[Change]:
    """Return the changes from what was published, if it was, to what is wanted, if it is."""
    if old is None or new is None:
        known = new or old
        if known is None:
            return []
        if old is None:
            return [Change("added", key, known.title, "", known.when, zone)]
        return [Change("removed", key, known.title, known.when, "", zone)]
    pairs = {
        "moved": (old.when, new.when),
        "room": (old.room, new.room),
        "status": (old.status, new.status),
        "renamed": (old.title, new.title),
        "type": (old.session_type, new.session_type),
        "relay": (old.kind, new.kind),
    }
    found = [
        Change(_kind(kind, before, after), key, new.title, before, after, zone)
        for kind, (before, after) in pairs.items()
        if before != after
    ]
    if withdrawn:
        found.insert(0, Change("restored", key, new.title, old.when, new.when, zone))
    return found


def _kind(kind: str, before: str, after: str) -> str:
    cancelled = kind == "status" and after == SessionStatus.CANCELLED
    return "cancelled" if cancelled else kind
