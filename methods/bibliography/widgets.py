"""A line of text with the codes of languages to choose from."""

from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

#: The usual codes, with what they are called.
LANGUAGES = (
    ("fr", _("French")),
    ("en", _("English")),
    ("de", _("German")),
    ("es", _("Spanish")),
    ("it", _("Italian")),
    ("nl", _("Dutch")),
    ("pt", _("Portuguese")),
    ("br", _("Breton")),
    ("eu", _("Basque")),
    ("oc", _("Occitan")),
    ("ca", _("Catalan")),
)


class LanguageInput(forms.TextInput):
    """Offers the usual languages, and takes any code."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        known = f"{(attrs or {}).get('id', name)}-known"
        line = super().render(name, value, {**(attrs or {}), "list": known}, renderer)
        options = format_html_join(
            "",
            '<option value="{}">{}</option>',
            LANGUAGES,
        )
        return format_html('{}<datalist id="{}">{}</datalist>', line, known, options)
