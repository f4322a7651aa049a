"""The fields of the form. What was typed is shown again as it was typed, right or wrong."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from community.models import Phase

from ..audience import OFFERED
from ..models import Factor, State
from ..steps import Fate, Step
from .known import Known

#: What may be answered about a step promised.
FATES = [
    (Fate.DONE.value, pgettext_lazy("step", "Done")),
    (Fate.OPEN.value, pgettext_lazy("step", "Still to do")),
    (Fate.GIVEN_UP.value, pgettext_lazy("step", "Given up")),
]


class _Part(forms.Form):
    """A part of the form. Faults are told by the page, not by what browsers insist on."""

    use_required_attribute = False

    def value(self, name: str) -> str:
        """What stands in a field, as typed."""
        return str(self[name].value() or "").strip()


def _words(label: Any, longest: int, rows: int = 0, **attrs: Any) -> forms.CharField:
    widget = forms.Textarea({"rows": rows, **attrs}) if rows else forms.TextInput(attrs)
    # Not max_length on the field: browsers would cut off what is pasted without a word.
    field = forms.CharField(label=label, required=False, widget=widget)
    field.validators.append(forms.fields.validators.MaxLengthValidator(longest))
    return field


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        # Where a browser has no calendar people type a date as they write it.
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y"],
    )


class TaleForm(_Part):
    """Where it stands and what happened."""

    state = forms.ChoiceField(label=_("Where does it stand today?"), widget=forms.RadioSelect)
    text = _words(_("What happened since?"), 20_000, rows=5)
    title = _words(_("Title"), 200)
    learnt = _words(_("What did you learn from it?"), 10_000, rows=4)
    audience = forms.ChoiceField(
        label=_("Who may see it?"),
        choices=[(audience.value, audience.label) for audience in OFFERED],
        widget=forms.RadioSelect,
    )

    def __init__(self, data: Any, known: Known) -> None:
        super().__init__(data)
        self.fields["state"].choices = state_choices(known.state)


def state_choices(current: str) -> list[tuple[str, str]]:
    """The states that a défi may be in once the university is over, and the current one."""
    after = [state for state in State if state.phase == Phase.AFTER or state == State.PROTOTYPED]
    offered = after if current in after else [State(current), *after]
    return [(state.value, str(state.label)) for state in offered]


class PromisedForm(_Part):
    """A step promised last time: its fate, and how it is put now."""

    fate = forms.ChoiceField(choices=FATES, widget=forms.RadioSelect)
    text = _words(_("Step"), 250)
    due = _day(_("For when"))

    def __init__(self, data: Any, step: Step) -> None:
        super().__init__(data, prefix=f"promised-{step.key}")
        self.step = step

    def clean_text(self) -> str:
        return self.cleaned_data["text"] or self.step.text


class StepForm(_Part):
    """A step promised now."""

    text = _words(_("Next step"), 250)
    due = _day(_("For when"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("due") and not cleaned.get("text"):
            self.add_error("text", _("Say what is to be done by then."))
        return cleaned


class ObstacleForm(_Part):
    """An obstacle met: of the list, told before, or in the porteur's words; and how it went."""

    factor = forms.ChoiceField(label=_("Which obstacle?"), required=False)
    text = _words(_("In your words"), 300)
    lifted = forms.BooleanField(label=_("It is lifted"), required=False)
    how = _words(_("How was it lifted?"), 300)
    lever = forms.ChoiceField(label=_("Which lever helped?"), required=False)

    def __init__(self, data: Any, prefix: str, known: Known) -> None:
        super().__init__(data, prefix=prefix)
        told = [(each.key, each.text) for each in known.told]
        self.fields["factor"].choices = [
            ("", _("None of the list")),
            *([(_("Told before"), told)] if told else []),
            *known.by_family(Factor.OBSTACLE),
        ]
        self.fields["lever"].choices = [("", _("None of the list")), *known.by_family(Factor.LEVER)]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        told = any(cleaned.get(name) for name in ("lifted", "how", "lever"))
        if told and not (cleaned.get("factor") or self.value("text")):
            self.add_error("text", _("Say which obstacle it was."))
        return cleaned


class FileForm(_Part):
    """What a photo shows, asked simply."""

    alt = _words(_("What does the photo show?"), 250)
    decorative = forms.BooleanField(label=_("It is only there to look at"), required=False)
    remove = forms.BooleanField(label=_("Remove"), required=False)
