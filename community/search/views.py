"""The search page: one box over pages, documents and directories; the same as JSON."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from community.pages import every_index_page

from .answer import Answer
from .elsewhere import in_other_languages
from .misses import found_nothing

HTML, JSON = "text/html", "application/json"


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what holds the words of ``?q=``, best first, or all that the filters leave.

    As JSON for ``Accept: application/json`` or ``?format=json``. Junk gives a page: words are cut
    at 200 characters, a page number out of range gives the nearest one.
    """
    answer = Answer(request)
    if answer.is_a_miss:
        found_nothing(request, answer.results.query.text)
    if _wants_json(request):
        response: HttpResponse = JsonResponse(answer.as_data())
    else:
        context: dict[str, Any] = {
            "title": _("Search"),
            "text": answer.results.query.text,
            "answer": answer,
            "results": answer.results,
            # Where to go when nothing is found.
            "elsewhere": lambda: in_other_languages(request, answer.results.query.text),
            "sections": lambda: [
                (page.get_url(request), page.title) for page in every_index_page(request)
            ],
        }
        response = render(request, "community/search.html", context)
    response["X-Robots-Tag"] = "noindex"
    patch_vary_headers(response, ["Accept"])
    return response


def _wants_json(request: HttpRequest) -> bool:
    if request.GET.get("format") == "json":
        return True
    return request.get_preferred_type([HTML, JSON]) == JSON
