"""The form by which references are brought: pasted or as a file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .exchange.reading import LONGEST, Unreadable, decoded, read

# In bytes: 2 MB.
LARGEST_FILE = 2_000_000


class BringForm(forms.Form):
    """Text or a file, in any of the formats; ``reading`` is what it holds.

    A file that could be read replaces the text, so that the preview keeps it.
    """

    text = forms.CharField(
        label=_("References"),
        required=False,
        strip=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 16, "spellcheck": "false"}),
        help_text=_("BibTeX, RIS or CSL-JSON: the format is found out. 500 references at most."),
    )
    file = forms.FileField(
        label=_("Or a file"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".bib,.ris,.json,.txt"}),
        help_text=_("Such as Zotero exports. It counts instead of the text above; 2 MB at most."),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file and file.size > LARGEST_FILE:
            raise forms.ValidationError(_("This file is too big: 2 MB at most. Bring it in parts."))
        return file

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        text, remark = cleaned.get("text", ""), ""
        if file := cleaned.get("file"):
            text, remark = decoded(file.read())
        try:
            self.reading = read(text)
        except Unreadable as error:
            raise forms.ValidationError(str(error)) from error
        if remark:
            self.reading.remarks.insert(0, remark)
        cleaned["text"] = text
        return cleaned
