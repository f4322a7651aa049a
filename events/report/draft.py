"""The body of a report, made of the parts that the plugins fill, for an editor to complete."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _

from community.charts import BarChart
from community.pages import of_anybody
from community.plugins import report_parts
from events.models import EditionPage


def draft_body(edition: EditionPage, request: HttpRequest) -> list[dict[str, Any]]:
    """Return the blocks of a report on ``edition``, in its language.

    It is for everybody: what only the person asking may see is neither counted nor named.
    """
    with translation.override(edition.locale.language_code):
        return list(_blocks(edition, of_anybody(request)))


def _blocks(edition: EditionPage, request: HttpRequest) -> Iterator[dict[str, Any]]:
    recorded = _("Recorded on this site on %(date)s.") % {
        "date": date_format(timezone.localdate(), "DATE_FORMAT")
    }
    for part in report_parts(edition, request):
        yield {"type": "heading", "value": {"text": part.heading, "level": "h2"}}
        if part.sentences:
            html = "".join(format_html("<p>{}</p>", sentence) for sentence in part.sentences)
            yield {"type": "paragraph", "value": html}
        for chart in part.charts:
            yield {"type": "chart", "value": _chart(chart, recorded)}


def _chart(chart: BarChart, recorded: str) -> dict[str, Any]:
    return {
        "title": chart.title,
        "unit": chart.unit,
        "rows": [{"label": row.label, "value": row.value} for row in chart.rows],
        "note": chart.note or recorded,
    }
