"""The cousins of a question that is being typed, as JSON."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from community.security.guard import Guard

from .asking import Cousin, cousins_of_question

#: A question makes about twenty requests; a whole university may sit behind one address.
GUARD = Guard("defis.cousins", limit=2_000)
#: Fewer letters say nothing yet.
SHORTEST = 4
KEPT_FOR = 5 * 60


def cousins_response(request: HttpRequest) -> HttpResponse:
    """Return ``{"said": …, "cousins": […]}`` for ``?q=``; 429 when one address asks too often.

    ``?sauf=`` is the key of the défi whose question it is. The answer is the same for everybody,
    so that caches may keep it a while.
    """
    text = " ".join(request.GET.get("q", "").split())
    if len(text) < SHORTEST:
        return _answer([])
    if not GUARD.may_send(request):
        return JsonResponse({"said": _("Too many questions: try again later.")}, status=429)
    found = cousins_of_question(text, request, leave_out=request.GET.get("sauf", ""))
    return _answer([_told(cousin, request) for cousin in found])


def _told(cousin: Cousin, request: HttpRequest) -> dict[str, str]:
    page, entry = cousin.page, cousin.entry
    told = [page.get_state_display()]
    if entry.obstacle:
        told.append(_("What stood in the way:") + " " + entry.obstacle)
    if entry.fate:
        told.append(_("What it became:") + " " + entry.fate)
    return {"title": page.title, "url": page.get_url(request), "told": " · ".join(told)}


def _answer(cousins: list[dict[str, str]]) -> HttpResponse:
    number = len(cousins)
    said = ngettext(
        "%(number)s défi is near this question. It opens in a new tab.",
        "%(number)s défis are near this question. Each opens in a new tab.",
        number,
    ) % {"number": number}
    answer = {"said": said if number else "", "cousins": cousins}
    response = JsonResponse(answer, json_dumps_params={"ensure_ascii": False})
    response["Cache-Control"] = f"public, max-age={KEPT_FOR}"
    response["X-Robots-Tag"] = "noindex"
    return response
