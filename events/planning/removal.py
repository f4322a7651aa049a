"""Takes a slot out of a programme, and puts it back."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from events.models import CampusPage, Room, SessionPage, Slot, SlotKind
from events.programme.source import slots_of

from .access import CampusView
from .texts import told

#: Where the session of the person keeps what was removed last.
KEPT = "events.removed"


class RemoveSlotView(CampusView):
    """Ask first; then remove, with what other sites receive of it."""

    page_title = gettext_lazy("Remove from the programme")
    template_name = "events/admin/remove.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.pk = kwargs.pop("slot")
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        slot = self._slot()
        return self.show(slot=slot, title=told(slot.session)["title"], relays=_relays(slot))

    @transaction.atomic
    def post(self, request: HttpRequest) -> HttpResponse:
        slot = self._slot()
        rows = [_row(each) for each in (slot, *_relays(slot))]
        title = told(slot.session)["title"]
        request.session[KEPT] = {"campus": self.campus.pk, "title": title, "rows": rows}
        slot.delete()
        return redirect(f"{self.address}#removed")

    def _slot(self) -> Slot:
        related = slots_of(self.campus).select_related("session__latest_revision")
        return get_object_or_404(related, pk=self.pk)


def _relays(slot: Slot) -> list[Slot]:
    return list(slot.relays.select_related("campus").order_by("campus__path"))


def _row(slot: Slot) -> dict[str, Any]:
    return {
        "key": str(slot.key),
        "session": slot.session_id,
        "campus": slot.campus_id,
        "room": slot.room_id,
        "origin": str(slot.origin.key) if slot.origin else "",
        "start": slot.start.isoformat() if slot.start else "",
        "end": slot.end.isoformat() if slot.end else "",
    }


def removed(request: HttpRequest, campus: CampusPage) -> str:
    """Return the title of what this person removed last from ``campus``, if it may come back."""
    kept = request.session.get(KEPT) or {}
    return kept["title"] if kept.get("campus") == campus.pk else ""


class RestoreSlotView(CampusView):
    """Put back what was removed last, under the same keys."""

    http_method_names = ["post"]

    @transaction.atomic
    def post(self, request: HttpRequest) -> HttpResponse:
        kept = request.session.get(KEPT) or {}
        if kept.get("campus") != self.campus.pk:
            messages.warning(request, _("There is nothing to put back."))
            return redirect(self.address)
        del request.session[KEPT]
        first, *relays = kept["rows"]
        slot = _restored(first)
        if slot is None:
            messages.error(request, _("It cannot come back: its page or its origin is gone."))
            return redirect(self.address)
        for row in relays:
            _restored(row)
        messages.success(request, _("The session is back in the programme."))
        return redirect(f"{self.address}#slot-{slot.key}")


def _restored(row: dict[str, Any]) -> Slot | None:
    """Make a slot again from what ``_row`` kept; ``None`` when what it stands on is gone."""
    key = UUID(row["key"])
    origin = Slot.objects.filter(key=row["origin"]).first() if row["origin"] else None
    stands = (
        SessionPage.objects.filter(pk=row["session"]).exists()
        and CampusPage.objects.filter(pk=row["campus"]).exists()
        and not (row["origin"] and origin is None)
    )
    if not stands:
        return None
    if origin is not None:
        there = Slot.objects.filter(origin=origin, campus=row["campus"]).first()
        if there is not None:
            return there
    slot, _made = Slot.objects.get_or_create(
        key=key,
        defaults={
            "session_id": row["session"],
            "campus_id": row["campus"],
            "room": Room.objects.filter(pk=row["room"], campus=row["campus"]).first(),
            "kind": SlotKind.RELAY if origin else SlotKind.ORIGIN,
            "origin": origin,
            "start": parse_datetime(row["start"]) if row["start"] else None,
            "end": parse_datetime(row["end"]) if row["end"] else None,
        },
    )
    return slot
