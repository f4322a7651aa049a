"""The search page: one box over every visible page."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page, get_page_models

from community.listing.query import EXACT, MAX_TEXT, TEXT
from community.pages import CommunityPage, visible

from .query import search_pages, wider_search

RESULTS_PER_PAGE = 20


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show the pages that hold the words of ``?q=``, best first.

    Junk gives a page: words are cut at 200 characters, a page number out of range gives the
    nearest one.
    """
    text = " ".join(request.GET.get("q", "").replace("\0", "").split())[:MAX_TEXT]
    exact = bool(request.GET.get(EXACT))
    wider = None if exact else wider_search(request, text)
    found = search_pages(visible(request, Page), text, wider).select_related("locale")
    page = Paginator(found, RESULTS_PER_PAGE).get_page(request.GET.get("page"))
    summaries = summaries_of(list(page))
    results = [(one, one.search_description or summaries.get(one.pk, "")) for one in page]
    context = {
        "title": _("Search"),
        "text": text,
        "page_of_results": page,
        "results": results,
        "also_searched": wider.also if wider else (),
        "exact": exact,
        "exact_url": f"?{urlencode({TEXT: text, EXACT: 1})}",
    }
    return render(request, "community/search.html", context)


def summaries_of(pages: list[Page]) -> dict[int, str]:
    """Return the summary of each page by its key: one query, whatever their types."""
    models = [model for model in get_page_models() if issubclass(model, CommunityPage)]
    keys = [page.pk for page in pages]
    if not keys or not models:
        return {}
    first, *others = (
        model.objects.filter(pk__in=keys).order_by().values_list("pk", "summary")
        for model in models
    )
    return dict(first.union(*others, all=True))
