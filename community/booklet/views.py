"""The page where a booklet is put together."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from community.listing.query import MAX_TEXT
from community.pages import visible
from community.search.query import search_pages

from .contents import pages_of, printable_only, warnings
from .selection import MOST, Selection

#: So many results are looked at, and so many of them shown.
LOOKED_AT, SHOWN = 40, 12


@require_safe
def booklet(request: HttpRequest) -> HttpResponse:
    """Show the booklet of ``?pages=12,34&titre=…``, and what ``?q=`` finds to add to it."""
    asked = Selection.read(request.GET)
    pages = pages_of(request, asked.pages)
    kept = asked.with_pages(page.pk for page in pages)
    text = " ".join(request.GET.get("q", "").replace("\0", "").split())[:MAX_TEXT]
    context = {
        "title": asked.title or _("My booklet"),
        "selection": kept,
        "entries": entries(kept, pages),
        "gone": len(asked.pages) - len(pages),
        "too_many": asked.too_many,
        "most": MOST,
        "undo": kept.with_pages(asked.before) if asked.before else None,
        "empty": kept.with_pages((), undo=True),
        "warnings": warnings([sheet for page in pages if (sheet := page.sheet(request))]),
        "text": text,
        "found": found(request, kept, text) if text else [],
    }
    response = render(request, "community/booklet/booklet.html", context)
    response["Cache-Control"] = "private, no-cache"
    return response


def entries(kept: Selection, pages: list[Any]) -> list[dict[str, Any]]:
    """Return each page with the selections that its links lead to."""
    last = len(pages) - 1
    return [
        {
            "page": page,
            "up": kept.moved(place, -1) if place else None,
            "down": kept.moved(place, 1) if place < last else None,
            "without": kept.with_pages((key for key in kept.pages if key != page.pk), undo=True),
        }
        for place, page in enumerate(pages)
    ]


def found(request: HttpRequest, kept: Selection, text: str) -> list[dict[str, Any]]:
    """Return the best pages for ``text`` that are not in the booklet yet."""
    results = search_pages(visible(request, Page), text).select_related("locale", "content_type")
    pages = printable_only(page for page in results[:LOOKED_AT] if page.pk not in kept.pages)
    return [
        {"page": page, "with": kept.with_pages((*kept.pages, page.pk))} for page in pages[:SHOWN]
    ]
