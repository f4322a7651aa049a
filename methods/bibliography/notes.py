"""Numbered notes: the calls in the text of a page, and the list of references under it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from community.pages import visible
from community.plugins import TextPage
from community.text import text_page

from .shown import shown
from .styles import style_choices

MEMORY = "methods.citations"
# As CitationHandler writes it; the blank before goes, so that no line begins with a call.
_CITATION = re.compile(
    r'(?:\s|&nbsp;)*<a class="citation" href="[^"]*" data-reference="(\d+)" '
    r'data-locator="([^"]*)">.*?</a>',
    re.DOTALL,
)


@dataclass
class Citations:
    """What a page has cited so far: the number of each reference, how many calls lead to it."""

    numbers: dict[int, int] = field(default_factory=dict)
    calls: dict[int, int] = field(default_factory=dict)

    def call(self, key: int) -> tuple[int, int]:
        """Count one more citation of ``key``; return its number and which call it is."""
        number = self.numbers.setdefault(key, len(self.numbers) + 1)
        self.calls[key] = self.calls.get(key, 0) + 1
        return number, self.calls[key]


def number_citations(html: str, text: TextPage) -> str:
    """Return a part of a page's text with its citations as calls of numbered notes.

    What the call shows never comes from the reference: it may be no longer published.
    """
    if 'class="citation"' not in html:
        return html
    citations: Citations = text.memory.setdefault(MEMORY, Citations())

    def call(found: re.Match[str]) -> str:
        number, turn = citations.call(int(found[1]))
        # The locator comes out of HTML, escaped already.
        locator = SafeString(f", {found[2]}" if found[2] else "")
        return format_html(
            '<sup class="note-call"><a id="call-{}-{}" href="#note-{}">'
            '[<span class="visually-hidden">{} </span>{}{}]</a></sup>',
            number,
            turn,
            number,
            _("note"),
            number,
            locator,
        )

    return _CITATION.sub(call, html)


def reference_list(context: Context, arguments: Mapping[str, Any]) -> str | None:
    """Return the list of what the page cites, ``None`` when it cites nothing (no query then)."""
    request: HttpRequest | None = context.get("request")
    page = arguments.get("page")
    if request is None or page is None:
        return None
    citations: Citations | None = text_page(page, request).memory.get(MEMORY)
    if citations is None:
        return None
    return render_to_string(
        "methods/notes.html",
        {
            "notes": _notes(citations, request),
            "style_choices": style_choices(request),
            "request": request,
        },
    )


def _notes(citations: Citations, request: HttpRequest) -> list[dict[str, Any]]:
    from ..models import ReferencePage

    cited = visible(request, ReferencePage, language="all").filter(pk__in=citations.numbers)
    pages = {page.pk: page for page in cited.select_related("locale")}
    lines = dict(zip(pages, shown(list(pages.values()), request), strict=True))
    return [
        {
            "number": number,
            "page": pages.get(key),
            "reference": lines.get(key),
            "calls": range(1, citations.calls[key] + 1),
        }
        for key, number in citations.numbers.items()
    ]
