"""The body of a report, made of the parts that the plugins fill, for an editor to complete."""

import uuid
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _

from community.charts import BarChart
from community.pages import of_anybody
from community.plugins import ReportPart, afterwards_parts, report_parts
from events.models import EditionPage


def draft_body(edition: EditionPage, request: HttpRequest) -> list[dict[str, Any]]:
    """Return the blocks of a report on ``edition``, in its language.

    It is for everybody: what only the person asking may see is neither counted nor named.
    """
    with translation.override(edition.locale.language_code):
        return list(_blocks(report_parts(edition, of_anybody(request))))


def draft_afterwards(
    edition: EditionPage, request: HttpRequest, since: date | None = None
) -> list[dict[str, Any]]:
    """Return the blocks of what became of ``edition``, for everybody, in its language.

    With ``since``, only what was told after that day, under one heading that says so.
    """
    with translation.override(edition.locale.language_code):
        parts = afterwards_parts(edition, of_anybody(request), since)
        blocks = list(_blocks(parts, "h2" if since is None else "h3"))
        if blocks and since is not None:
            told = _("What was told since %(date)s") % {"date": _day(since)}
            blocks.insert(0, _heading(told, "h2"))
        return blocks


def _blocks(parts: Iterable[ReportPart], level: str = "h2") -> Iterator[dict[str, Any]]:
    recorded = _("Recorded on this site on %(date)s.") % {"date": _day(timezone.localdate())}
    for part in parts:
        yield _heading(part.heading, level)
        if part.sentences:
            html = "".join(format_html("<p>{}</p>", sentence) for sentence in part.sentences)
            yield {"type": "paragraph", "value": html}
        for chart in part.charts:
            yield {"type": "chart", "value": _chart(chart, recorded)}


def _heading(text: str, level: str) -> dict[str, Any]:
    return {"type": "heading", "value": {"text": text, "level": level}}


def _day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")


def _chart(chart: BarChart, recorded: str) -> dict[str, Any]:
    return {
        "title": chart.title,
        "unit": chart.unit,
        # Each with an identity, by which wagtail-localize finds its words again.
        "rows": [
            {
                "type": "item",
                "id": str(uuid.uuid4()),
                "value": {"label": row.label, "value": row.value},
            }
            for row in chart.rows
        ],
        "note": chart.note or recorded,
    }
