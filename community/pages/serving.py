"""Serving the page of an address: Wagtail's view, which finds the page with fewer queries."""

from django.http import Http404, HttpRequest, HttpResponse
from wagtail.views import serve as wagtail_serve

from .routing import deepest_below, home_of


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Serve a page as Wagtail does, without reading the language and its home page first.

    Wagtail keeps the route it found on the request; it looks for it itself when nothing stands
    at this address.
    """
    home, components = home_of(request), [part for part in path.split("/") if part]
    page = deepest_below(*home, components) if home else None
    if home and page is not None:
        below = components[page.depth - len(home[0]) // page.steplen :]
        try:
            route = page.route(request, below)
        except Http404:
            route = None
        request._wagtail_route_for_request = route  # type: ignore[attr-defined]
    return wagtail_serve(request, path)
