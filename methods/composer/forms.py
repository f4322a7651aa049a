"""The form that asks what the session should be."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ..models.families import Family
from ..vocabularies import Difficulty
from .plan import FEWEST, LONGEST, MOST, MOST_VARIANTS, SHORTEST, Format, Wish

DIFFICULTIES = [("", _("Any")), *Difficulty.choices]
HOURS = r"(?:(\d{1,2})\s*(?:h|heures?|hours?)\s*)?"
MINUTES = r"(?:(\d{1,3})\s*(?:min|minutes?|mn)?)?"
DURATION = re.compile(HOURS + MINUTES)
USUAL = Wish(minutes=120, people=12, aim=Family.UNDERSTAND)


class DurationField(forms.CharField):
    """A duration as people write it: 120, 90 min, 2 h, 1h30."""

    def clean(self, value: Any) -> int:
        """Return the duration in minutes."""
        text = super().clean(value).replace("\u00a0", " ").replace("\u202f", " ").strip().lower()
        found = DURATION.fullmatch(text)
        if found is None or not any(found.groups()):
            raise ValidationError(_("Write a duration such as 90, 2 h or 1 h 30."))
        minutes = 60 * int(found[1] or 0) + int(found[2] or 0)
        if not SHORTEST <= minutes <= LONGEST:
            raise ValidationError(_("A session lasts from 15 minutes to 10 hours."))
        return minutes


class WishForm(forms.Form):
    """Duration, people, aim, format, difficulty; named in the address as the toolbox names them."""

    duree = DurationField(
        label=_("How long"),
        max_length=20,
        help_text=_("For example 2 h, 1 h 30 or 45 min."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    personnes = forms.IntegerField(
        label=_("How many people"),
        min_value=FEWEST,
        max_value=MOST,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            _("Write a number of people, from 2 to 500."),
        ),
    )
    famille = forms.ChoiceField(label=_("To do what"), choices=Family.choices)
    lieu = forms.ChoiceField(label=_("Where"), choices=Format.choices)
    difficulte = forms.ChoiceField(
        label=_("Difficulty to lead, at most"), choices=DIFFICULTIES, required=False
    )
    variante = forms.IntegerField(
        required=False, min_value=1, max_value=MOST_VARIANTS, widget=forms.HiddenInput
    )

    def wish(self) -> Wish:
        """Return the wish; what was not understood is as usual (the form says what is wrong)."""
        self.full_clean()
        clean = self.cleaned_data
        return Wish(
            minutes=clean.get("duree", USUAL.minutes),
            people=clean.get("personnes", USUAL.people),
            aim=clean.get("famille", USUAL.aim),
            format=clean.get("lieu", USUAL.format),
            difficulty=int(clean.get("difficulte") or USUAL.difficulty),
            variant=clean.get("variante") or USUAL.variant,
        )
