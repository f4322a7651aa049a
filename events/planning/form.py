"""The form of a slot: the session in few words, the room, the day and the hours."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import CampusPage, Room, SessionPage, SessionStatus, SessionType, Slot

from .proposals import values_of
from .texts import TOLD, told
from .times import DayField, HourField, instant

TIMES = ("day", "start", "end", "last_day")


class SlotForm(forms.Form):
    """A session at a site. ``seen`` holds what the form showed when it was opened.

    When the slot changed since, what was typed stays, what was not touched follows, and the form
    says both values; sending it again keeps what it then shows.
    """

    title = forms.CharField(label=gettext_lazy("Title"), max_length=255)
    session_type = forms.ChoiceField(label=gettext_lazy("Type"), choices=SessionType.choices)
    status = forms.ChoiceField(label=gettext_lazy("Status"), choices=SessionStatus.choices)
    room = forms.ModelChoiceField(
        label=gettext_lazy("Room"),
        queryset=Room.objects.none(),
        required=False,
        empty_label=gettext_lazy("No room"),
    )
    day = DayField(label=gettext_lazy("Day"))
    start = HourField(label=gettext_lazy("Start"))
    end = HourField(label=gettext_lazy("End"), required=False)
    last_day = DayField(
        label=gettext_lazy("Last day"),
        required=False,
        help_text=gettext_lazy("Only when it ends on another day, after midnight for instance."),
    )
    parallel_group = forms.CharField(
        label=gettext_lazy("Parallel group"),
        max_length=60,
        required=False,
        help_text=gettext_lazy(
            "The same words on sessions that take place side by side, to choose among."
        ),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any = None,
        *,
        campus: CampusPage,
        slot: Slot | None = None,
        session: SessionPage | None = None,
        tells: bool = True,
        initial: dict[str, Any] | None = None,
    ) -> None:
        self.campus = campus
        now = values_of(campus, slot, session) if slot else told(session) if session else {}
        self.now = {name: value for name, value in now.items() if slot}
        usual = {"session_type": SessionType.OTHER, "status": SessionStatus.DRAFT}
        start = {**usual, **(initial or {}), **now}
        start["seen"] = json.dumps(self.now)
        super().__init__(initial=start)
        self.fields["room"].queryset = Room.objects.filter(campus=campus)
        absent = () if tells else TOLD
        if slot is not None and slot.is_relay:
            absent = (*TOLD, *TIMES)
        for name in absent:
            del self.fields[name]
        self.changed: dict[str, str] = {}
        if data is not None:
            self.is_bound, self.data = True, self._followed(data)

    def _followed(self, data: Any) -> Any:
        """Return ``data`` with what somebody else changed, where this person changed nothing."""
        data = data.copy()
        try:
            seen = dict(json.loads(data.get("seen", "")))
        except (ValueError, TypeError, RecursionError):
            seen = {}
        for name, value in self.now.items():
            if name in self.fields and seen.get(name) != value:
                if data.get(name, "") == seen.get(name):
                    data[name] = value
                if data.get(name, "") != value:
                    self.changed[name] = value
        self.moved = bool(self.now) and any(
            seen.get(name) != value for name, value in self.now.items() if name in self.fields
        )
        data["seen"] = json.dumps(self.now)
        return data

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name, value in self.changed.items():
            text = _("Somebody else wrote “%(value)s” meanwhile. Save again to keep yours.")
            self.add_error(name, text % {"value": self._readable(name, value)})
        if self.moved:
            text = _("This session changed while you were editing it. Check, then save again.")
            raise ValidationError(text)
        if "day" in self.fields:
            self._clean_times(cleaned)
        return cleaned

    def _clean_times(self, cleaned: dict[str, Any]) -> None:
        day, start, end = (cleaned.get(name) for name in ("day", "start", "end"))
        if not day or not start:
            return
        try:
            cleaned["starts_at"] = instant(day, start, self.campus.zone)
        except ValidationError as fault:
            self.add_error("start", fault)
            return
        cleaned["ends_at"] = None
        if end is None:
            return
        try:
            last = instant(cleaned.get("last_day") or day, end, self.campus.zone)
        except ValidationError as fault:
            self.add_error("end", fault)
            return
        if last <= cleaned["starts_at"]:
            self.add_error(
                "end",
                _("The end comes before the start. After midnight, give the last day as well."),
            )
        cleaned["ends_at"] = last

    def _readable(self, name: str, value: str) -> str:
        choices = dict(getattr(self.fields[name], "choices", ()))
        labels = {str(getattr(key, "value", key)): label for key, label in choices.items()}
        return str(labels.get(value, value)) or _("nothing")

    @property
    def told(self) -> dict[str, str]:
        """What the valid form says of the session."""
        return {name: self.cleaned_data[name] for name in TOLD if name in self.fields}
