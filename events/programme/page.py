"""The public page of a programme."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from events.models import CampusPage

from .entries import published_entries


def programme_response(
    request: HttpRequest, page: Any, campuses: Iterable[CampusPage]
) -> HttpResponse:
    """Return the programme of ``campuses`` by day, as a page below ``page``."""
    entries = published_entries(request, campuses)
    days = sorted(entries, key=lambda entry: entry.day)
    context = {
        **page.get_context(request),
        "days": [(day, list(found)) for day, found in groupby(days, lambda entry: entry.day)],
        "many_sites": len({entry.campus.pk for entry in entries}) > 1,
    }
    return TemplateResponse(request, "events/programme.html", context)
