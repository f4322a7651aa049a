"""The card of a page, at the address of the page: ``…/fiche.pdf``."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.encoding import iri_to_uri
from django.views.decorators.http import require_safe
from wagtail.models import Page

from community.pages import visible_or_none

from .document import Document
from .responses import pdf_response
from .sheets import site_name


@require_safe
def card(request: HttpRequest, path: str) -> HttpResponse:
    """Return the card of the page at ``path``; 404 for one that the visitor may not see."""
    route = Page.route_for_request(request, path)
    page = visible_or_none(request, route.page) if route else None
    make = getattr(page, "sheet", None)
    sheet = make(request) if make else None
    if page is None or sheet is None:
        raise Http404("No card at this address.")
    document = Document(
        "community/card.typ",
        {"cards": [sheet.data()]},
        title=sheet.title,
        language=sheet.language,
        author=site_name(request),
    )
    private = bool(page.get_view_restrictions())
    response = pdf_response(request, document, page.slug, private=private)
    # Search engines show the page, which says more (RFC 6596).
    response["Link"] = f'<{iri_to_uri(sheet.url)}>; rel="canonical"'
    return response
