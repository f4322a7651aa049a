"""What every form that anybody may send has in common: a trap for robots and a signed mark."""

from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from .guard import Guard

TRAP, MARK = "website", "mark"


class GuardedForm(forms.Form):
    """A form of the public, kept from robots by its ``guard`` without knowing anybody (abstract).

    ``about`` is the key of the thing that the form is about: its mark serves for no other.
    ``again`` is set when sending the same once more will do.
    """

    guard: ClassVar[Guard]

    #: Hidden from people; robots fill in whatever they find.
    website = forms.CharField(label=_("Leave this field empty"), required=False)
    mark = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, about: object, **options: Any) -> None:
        self.about = about
        self.again = False
        initial = {**options.pop("initial", {}), MARK: self.guard.stamp(about)}
        super().__init__(data, initial=initial, **options)
        self.fields[TRAP].widget.attrs |= {"tabindex": "-1", "autocomplete": "off"}

    @property
    def questions(self) -> list[forms.BoundField]:
        """The fields that people see."""
        return [field for field in self.visible_fields() if field.name != TRAP]

    def clean_website(self) -> str:
        if self.cleaned_data[TRAP]:
            raise forms.ValidationError(
                _("The hidden field was filled in, as robots do. Send the form again as it is.")
            )
        return ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        mark = cleaned.get(MARK, "")
        stamped = self.guard.is_stamped(mark, self.about)
        if not stamped or TRAP in self.errors:
            self._begin_again()
        if not stamped:
            self.again = True
            fault = _("This form had been open for too long. Send it again as it is.")
            raise forms.ValidationError(fault)
        if self.guard.is_too_fast(mark):
            self.again = True
            fault = _("That was very fast. Wait a few seconds, then send it again as it is.")
            raise forms.ValidationError(fault)
        return cleaned

    def _begin_again(self) -> None:
        """Give a fresh mark and an empty trap: what people typed stays as it is."""
        data: QueryDict = self.data.copy()  # type: ignore[attr-defined]
        data[MARK] = self.guard.stamp(self.about)
        data[TRAP] = ""
        self.data = data
