"""The sections that this plugin offers to the home page."""

from typing import Any

from django.db.models import Count, Window
from django.http import HttpRequest

from community.pages import index_page, visible

from .models import DefiIndexPage, DefiPage, FollowUpPage
from .models.indexes import with_card_facts

ON_HOME = 6


def latest_defis(request: HttpRequest) -> dict[str, Any] | None:
    """The défis updated last, how many there are in all, and their list."""
    pages = with_card_facts(visible(request, DefiPage), request)
    # Counted with the pages themselves: the home page has no query to spare.
    latest = pages.annotate(total=Window(Count("pk"))).order_by("-last_published_at", "pk")
    shown = list(latest[:ON_HOME])
    if not shown:
        return None
    index = index_page(request, DefiIndexPage)
    return {"pages": shown, "index": index, "total": shown[0].total}


def latest_follow_ups(request: HttpRequest) -> dict[str, Any] | None:
    """The latest follow-ups, each with its défi; hidden when there is none."""
    latest = list(
        visible(request, FollowUpPage).select_related("locale").order_by("-date", "-pk")[:ON_HOME]
    )
    if not latest:
        return None
    paths = {page.defi_path for page in latest}
    defis = {
        defi.path: defi
        for defi in visible(request, DefiPage).filter(path__in=paths).select_related("locale")
    }
    rows = [(page, defis.get(page.defi_path)) for page in latest]
    return {"follow_ups": [{"page": page, "defi": defi} for page, defi in rows if defi]}
