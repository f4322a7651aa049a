"""The calendar of one webinar, at its own address: ``…/webinaire.ics``."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.models import Page

from community.pages import visible_or_none

from ..calendars import calendar, calendar_response, event, sequence
from ..models import WebinarPage


@require_safe
def webinar_calendar(request: HttpRequest, address: str) -> HttpResponse:
    """Return the webinar at ``address`` for a calendar; 404 when the visitor may not see it."""
    route = Page.route_for_request(request, f"{address}/")
    page = visible_or_none(request, route.page) if route else None
    if not isinstance(page, WebinarPage):
        raise Http404("No webinar at this address.")
    return calendar_response(content_of(page, request), f"{page.slug}.ics")


def content_of(page: Any, request: HttpRequest) -> bytes:
    """Return ``page`` as a calendar of one event, the same one in every language."""
    address = page.get_full_url(request) or ""
    modified = page.last_published_at or page.latest_revision_created_at or page.starts_at
    found = event(
        str(page.translation_key),
        page.title,
        page.first_day if page.days_only else page.starts_at,
        page.last_day if page.days_only else page.ends_at,
        zone=page.time_zone,
        modified=modified,
        sequence=sequence(page.first_published_at, page.last_published_at),
        description="\n\n".join(text for text in (page.summary, address) if text),
        location=page.place,
        url=address,
        cancelled=page.cancelled,
    )
    return calendar(page.title, [found], url=address)
