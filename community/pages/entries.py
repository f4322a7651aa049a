"""Navigation entries that lead to index pages."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from community.plugins import NavigationEntry

from .visibility import visible


def index_entries(request: HttpRequest, model: type[Page], *, order: int) -> list[Any]:
    """Return one navigation entry for each visible page of ``model``, named by its title."""
    pages = visible(request, model).select_related("locale").order_by("path")
    return [NavigationEntry(page.title, page.get_url(request), order) for page in pages]
