"""The form that asks to follow something: an address, a rhythm, and what keeps robots out."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from community.models import Rhythm
from community.plugins import Topic
from community.security.forms import GuardedForm
from community.security.guard import Guard

#: Browsers fill in an address by themselves: people are quick here.
guard = Guard("community.following", limit=30, least_seconds=1)


class FollowForm(GuardedForm):
    """An address is all that is asked for, and how often to write to it."""

    guard = guard

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

    def __init__(self, data: Any, topic: Topic, address: str = "") -> None:
        super().__init__(data, f"{topic.kind} {topic.key}", initial={"address": address})
        # The answer says what is too long; browsers would cut it off without a word.
        self.fields["address"].widget.attrs.pop("maxlength", None)
