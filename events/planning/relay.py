"""The page on which a site chooses a session of another to receive."""

from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from events.models import CampusPage, EditionPage, Room, Slot, SlotKind
from events.programme.wording import moment
from events.programme.working import WorkingEntry, working_entries

from .access import CampusView


class RelayForm(forms.Form):
    """A session given elsewhere, and the room in which it is received here."""

    origin = forms.ChoiceField(label=gettext_lazy("Session received"))
    room = forms.ModelChoiceField(
        label=gettext_lazy("Room"),
        queryset=Room.objects.none(),
        required=False,
        empty_label=gettext_lazy("No room"),
    )

    def __init__(self, data: Any, campus: CampusPage, offered: list[WorkingEntry]) -> None:
        super().__init__(data)
        self.fields["room"].queryset = Room.objects.filter(campus=campus)
        self.offered = {str(entry.slot.pk): entry for entry in offered}
        labels = [(key, label(entry, campus)) for key, entry in self.offered.items()]
        self.fields["origin"].choices = [("", _("Choose a session")), *labels]


def label(entry: WorkingEntry, campus: CampusPage) -> str:
    """Return a session with its site, and when it takes place on the clocks of ``campus``."""
    end = entry.end.astimezone(campus.zone) if entry.end else None
    when = moment(entry.start.astimezone(campus.zone), end)
    return f"{when}: {entry.title} ({entry.campus.title})"


def receivable(campus: CampusPage, edition: EditionPage) -> list[WorkingEntry]:
    """Return what other sites give and ``campus`` does not receive yet, by start."""
    entries = working_entries(edition)
    received = {entry.slot.origin_id for entry in entries if entry.campus.pk == campus.pk}
    return [
        entry
        for entry in entries
        if not entry.is_relay
        and not entry.cancelled
        and entry.campus.pk != campus.pk
        and entry.slot.pk not in received
    ]


def receive(origin: Slot, campus: CampusPage, room: Room | None = None) -> Slot:
    """Make ``campus`` receive ``origin``, unless it does so already; return the relay."""
    relay, _made = Slot.objects.get_or_create(
        origin=origin,
        campus=campus,
        defaults={"kind": SlotKind.RELAY, "session_id": origin.session_id, "room": room},
    )
    return relay


class AddRelayView(CampusView):
    """Choose a session of another site: its time is that of its origin, and stays so."""

    page_title = gettext_lazy("Receive a session from another site")
    template_name = "events/admin/relay.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(form=self._form(None))

    @transaction.atomic
    def post(self, request: HttpRequest) -> HttpResponse:
        form = self._form(request.POST)
        if not form.is_valid():
            return self.show(form=form)
        origin = form.offered[form.cleaned_data["origin"]].slot
        relay = receive(origin, self.campus, form.cleaned_data["room"])
        messages.success(request, _("The session is in the programme, as a draft."))
        return redirect(f"{self.address}#slot-{relay.key}")

    def _form(self, data: Any) -> RelayForm:
        return RelayForm(data, self.campus, receivable(self.campus, self.edition))
