"""Tells editors, where they choose its file, what search finds in a document."""

from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.documents.forms import BaseDocumentForm

from community.models import CommunityDocument, DocumentText

Outcome = DocumentText.Outcome


class DocumentForm(BaseDocumentForm):
    """The form of documents, everywhere in the administration."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields and self.instance.pk:
            self.fields["file"].help_text = told(self.instance)


def told(document: CommunityDocument) -> str:
    """Say in one sentence what search finds in ``document``; nothing when it was never read."""
    reading = getattr(document, "reading", None)
    if reading is None:
        return ""
    length = len(reading.text)
    number = {"number": number_format(length, force_grouping=True)}
    match reading.outcome:
        case Outcome.READ:
            return (
                ngettext(
                    "Search finds the %(number)s character of its text.",
                    "Search finds the %(number)s characters of its text.",
                    length,
                )
                % number
            )
        case Outcome.CUT:
            return _("Search finds the first %(number)s characters of its text.") % number
        case Outcome.EMPTY:
            return _(
                "Search finds its title alone: there is no text in this file. It may be a scan; "
                "a version with real text can be searched, and read aloud."
            )
        case Outcome.LOCKED:
            return _("Search finds its title alone: a password protects this file.")
        case Outcome.DAMAGED:
            return _(
                "Search finds its title alone: this file cannot be read. Does it open on your "
                "computer?"
            )
        case Outcome.TOO_LARGE:
            return _("Search finds its title alone: this file is too large to be read.")
    return _("Search finds its title alone: the text of this kind of file is not read.")
