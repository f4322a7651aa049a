"""Until when somebody wants no reminder."""

from datetime import date, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: Who wants none for longer stops them.
MOST = timedelta(days=730)
OFFERED = timedelta(days=90)


class PauseForm(forms.Form):
    """The day from which reminders may come again."""

    until = forms.DateField(
        label=_("No reminder before"),
        initial=lambda: timezone.localdate() + OFFERED,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
    )

    def clean_until(self) -> date:
        """Return the day, neither past nor further than two years."""
        until: date = self.cleaned_data["until"]
        today = timezone.localdate()
        if not today < until <= today + MOST:
            raise forms.ValidationError(_("Choose a day to come, within two years."))
        return until
