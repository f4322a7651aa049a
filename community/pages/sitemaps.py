"""``/sitemap.xml``: the visible pages, each with its translations (sitemaps.org, hreflang)."""

from typing import Any

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap as sitemap_view
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.models import Page

from .languages import with_default
from .visibility import visible


class VisiblePages(Sitemap):
    """Every page that a visitor without account may open, in every language."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def items(self) -> list[dict[str, Any]]:
        """Return the addresses with their dates and their translations: one query."""
        pages = visible(self.request, language="all")
        entries = [
            (page, page.get_full_url(self.request))
            for page in pages.select_related("locale").order_by("path")
        ]
        versions: dict[Any, list[tuple[Page, str]]] = {}
        for page, url in entries:
            versions.setdefault(page.translation_key, []).append((page, url))
        return [
            {"location": url, "lastmod": page.last_published_at, "alternates": alternates}
            for page, url in entries
            if url
            for alternates in [_alternates(versions[page.translation_key])]
        ]

    def get_urls(self, page: int = 1, site: Any = None, protocol: Any = None) -> list[Any]:
        return list(self.paginator.page(page).object_list)

    def get_latest_lastmod(self) -> None:
        return None


def _alternates(versions: list[tuple[Page, str]]) -> list[dict[str, str]]:
    """The hreflang links of a page, none when it exists in one language only."""
    found = {page.locale.language_code: url for page, url in versions if url}
    return [{"location": url, "lang_code": code} for code, url in with_default(found)]


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Answer with the site map of this site."""
    return sitemap_view(request, {"pages": VisiblePages(request)})
