"""What somebody says who takes up a prototype or a défi."""

from django import forms
from django.utils.translation import gettext_lazy as _


class TakeUpForm(forms.Form):
    """The question at home, and what is kept or changed."""

    question = forms.CharField(
        label=_("Your question"),
        max_length=255,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("As it is put where you are: “How…?” It may be changed later."),
    )
    note = forms.CharField(
        label=_("What you keep, what you change"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One sentence, if you know it already."),
    )

    def clean_question(self) -> str:
        return " ".join(self.cleaned_data["question"].split())

    def clean_note(self) -> str:
        return " ".join(self.cleaned_data["note"].split())
