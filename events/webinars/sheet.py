"""What a webinar says on paper: when, where, with whom, and what was said."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from community.printing import Section, Sheet, kind_of, sheet_of, stream

from .wording import when


def webinar_sheet(page: Any, request: HttpRequest) -> Sheet:
    """Return the sheet of a webinar; the transcript is for booklets, a card has no room for it."""
    base = page.get_full_url(request) or ""
    people = ", ".join(str(credit.person) for credit in page.speakers)
    return sheet_of(
        page,
        request,
        kind=kind_of(page, page.get_kind_display()),
        facts=[
            (_("When"), when(page)),
            (_("Place"), page.place),
            (_("Speakers"), people),
            (_("State"), _("Cancelled") if page.cancelled else ""),
        ],
        sections=[
            Section(_("In detail"), about := stream(page.body, base), brief=about),
            Section(_("Transcript"), stream(page.transcript, base), on_card=False),
        ],
    )
