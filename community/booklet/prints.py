"""The booklet as PDF: bound, as small cards to cut, or as cards to hold."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from community.printing import Document, Raw, Sheet, pdf_response, qr, site_name

from .contents import pages_of, warnings
from .selection import Selection

Make = Callable[[HttpRequest, Selection, list[Sheet]], dict[str, Any]]


@require_safe
def bound(request: HttpRequest) -> HttpResponse:
    """The booklet on A4: cover, contents, a part for each page, sources and licences."""
    return answer(request, "booklet.typ", contents)


@require_safe
def small_cards(request: HttpRequest) -> HttpResponse:
    """A card of A6 for each page, four to a sheet of A4."""
    return answer(request, "four.typ", only_cards)


@require_safe
def cards(request: HttpRequest) -> HttpResponse:
    """A card of A5 for each page."""
    return answer(request, "card.typ", only_cards)


def answer(request: HttpRequest, template: str, make: Make) -> HttpResponse:
    """Return the PDF to download, under its title; the booklet's page when it would be empty."""
    asked = Selection.read(request.GET)
    found = {page.pk: page.sheet(request) for page in pages_of(request, asked.pages)}
    sheets = {key: sheet for key, sheet in found.items() if sheet}
    if not sheets:
        return redirect(reverse("booklet") + asked.query)
    selection = asked.with_pages(sheets)
    title = selection.title or _("My booklet")
    document = Document(
        f"community/{template}",
        make(request, selection, list(sheets.values())),
        title=title,
        language=get_language() or "fr",
        author=site_name(request),
    )
    # Whose pages these are is nobody else's business.
    return pdf_response(request, document, title, attachment=True, private=True)


def only_cards(request: HttpRequest, selection: Selection, sheets: list[Sheet]) -> dict[str, Any]:
    """Return what the cards hold."""
    return {"cards": [sheet.data() for sheet in sheets]}


def contents(request: HttpRequest, selection: Selection, sheets: list[Sheet]) -> dict[str, Any]:
    """Return what the bound booklet holds; short sheets are gathered at the end, by title."""
    url = request.build_absolute_uri(reverse("booklet") + selection.query)
    gathered: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        if sheet.gathered:
            gathered.setdefault(sheet.gathered, []).append(sheet)
    count = len(sheets)
    return {
        "kind": _("Booklet"),
        "count": ngettext("%(n)s page of the site", "%(n)s pages of the site", count)
        % {"n": count},
        "contents": _("Contents"),
        "sheets": [sheet.data() for sheet in sheets if not sheet.gathered],
        "groups": [
            {"heading": capfirst(name), "sheets": [sheet.data() for sheet in group]}
            for name, group in gathered.items()
        ],
        "origins": _("Sources and licences"),
        "each": _("Each text keeps its own licence."),
        "unsaid": _("Licence not stated: that of the site applies."),
        "warnings": warnings(sheets),
        "all": [
            {
                "title": sheet.title,
                "origin": [list(row) for row in sheet.origin],
                "licensed": bool(sheet.licence),
            }
            for sheet in sheets
        ],
        "qr": qr(url),
        "qr_alt": _("QR code: opens this booklet on the site"),
        "back": _("This booklet on the site, to change it or to share it"),
        "url": Raw(url),
    }
