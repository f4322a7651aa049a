"""The section of the home page that shows the editions."""

from typing import Any

from django.http import HttpRequest

from community.pages import index_page, visible

from .models import EditionIndexPage, EditionPage

EDITIONS_ON_HOME = 4


def editions(request: HttpRequest) -> dict[str, Any] | None:
    """The latest editions and their list; hidden when there is none."""
    pages = visible(request, EditionPage).select_related("locale", "cover").order_by("-year")
    latest = list(pages[:EDITIONS_ON_HOME])
    if not latest:
        return None
    index = index_page(request, EditionIndexPage)
    return {"pages": latest, "index": index}
