"""The sections that this plugin offers to the home page."""

from typing import Any

from django.http import HttpRequest

from community.pages import index_page, visible

from .models import NewsIndexPage, NewsPage

NEWS_ON_HOME = 3


def latest_news(request: HttpRequest) -> dict[str, Any] | None:
    """The latest news and their list; hidden when there is none."""
    news = visible(request, NewsPage).select_related("locale", "cover").order_by("-date", "-pk")
    latest = list(news[:NEWS_ON_HOME])
    if not latest:
        return None
    index = index_page(request, NewsIndexPage)
    return {"pages": latest, "index": index}
