"""The index pages of the site, read once per request: sections and navigation lead to them."""

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from wagtail.models import Page, get_page_models

from community.plugins import NavigationEntry

from .index import IndexPage
from .once import once
from .visibility import visible


def every_index_page(request: HttpRequest) -> list[Page]:
    """Return all the visible index pages, in tree order (as plain pages)."""

    def read() -> list[Page]:
        models = [one for one in get_page_models() if issubclass(one, IndexPage)]
        types = ContentType.objects.get_for_models(*models).values()
        pages = visible(request).filter(content_type__in=types).select_related("locale")
        return list(pages.order_by("path"))

    return once(request, "pages.indexes", read)


def index_pages(request: HttpRequest, model: type[IndexPage]) -> list[Page]:
    """Return the visible index pages of type ``model``, in tree order (as plain pages)."""
    return [page for page in every_index_page(request) if page.specific_class is model]


def index_page(request: HttpRequest, model: type[IndexPage]) -> Page | None:
    """Return the first visible index page of type ``model``, ``None`` without one."""
    return next(iter(index_pages(request, model)), None)


def index_entries(
    request: HttpRequest, model: type[IndexPage], *, order: int
) -> list[NavigationEntry]:
    """Return one navigation entry for each visible page of ``model``, named by its title."""
    pages = index_pages(request, model)
    return [NavigationEntry(page.title, page.get_url(request) or "", order) for page in pages]
