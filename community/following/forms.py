"""The form that asks to follow something: an address, a rhythm, and what keeps robots out."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from community.models import Rhythm
from community.plugins import Topic
from community.security.guard import Guard

#: Browsers fill in an address by themselves: people are quick here.
guard = Guard("community.following", limit=30, least_seconds=1)


class FollowForm(forms.Form):
    """An address is all that is asked for, and how often to write to it."""

    address = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "email"}),
        error_messages={"required": _("Write your e-mail address.")},
    )
    rhythm = forms.ChoiceField(
        label=_("How often?"),
        choices=Rhythm.choices,
        initial=Rhythm.WEEKLY,
        widget=forms.RadioSelect,
    )
    #: Hidden from people; robots fill in whatever they find.
    website = forms.CharField(label=_("Leave this field empty"), required=False)
    mark = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, topic: Topic, address: str = "") -> None:
        self.about = f"{topic.kind} {topic.key}"
        super().__init__(data, initial={"mark": guard.stamp(self.about), "address": address})
        self.fields["website"].widget.attrs |= {"tabindex": "-1", "autocomplete": "off"}
        # The answer says what is too long; browsers would cut it off without a word.
        self.fields["address"].widget.attrs.pop("maxlength", None)

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            self._begin_again()
            raise forms.ValidationError(
                _("The hidden field was filled in, as robots do. Send the form again as it is.")
            )
        return ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        mark = cleaned.get("mark", "")
        if not guard.is_stamped(mark, self.about):
            self._begin_again()
            fault = _("This form had been open for too long. Send it again as it is.")
            raise forms.ValidationError(fault)
        if guard.is_too_fast(mark):
            fault = _("That was very fast. Wait a few seconds, then send it again as it is.")
            raise forms.ValidationError(fault)
        return cleaned

    def _begin_again(self) -> None:
        """Give a fresh mark and an empty trap: what people typed stays as it is."""
        self.data = self.data.copy()
        self.data["mark"] = guard.stamp(self.about)
        self.data["website"] = ""
