"""What a term says on paper: its card, and its part of a booklet."""

from typing import Any

from django.http import HttpRequest
from django.utils.html import linebreaks
from django.utils.translation import gettext as _
from wagtail.rich_text import RichText

from community.printing import Section, Sheet, rich, sheet_of, stream


def term_sheet(page: Any, request: HttpRequest) -> Sheet:
    """Return the sheet of a term: the plain words stand on the card, the rest in the booklet."""
    base = page.get_full_url(request) or ""
    plain = rich(RichText(linebreaks(page.plain, autoescape=True)), base) if page.plain else []
    sections = [
        Section(_("In plain words"), plain, brief=plain),
        Section(_("In detail"), stream(page.body, base)),
    ]
    names = ", ".join([*page.acronyms, *page.synonyms])
    return sheet_of(page, request, facts=[(_("Also called"), names)], sections=sections)
