"""The cousins of a question that is being typed, as JSON."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from community.security.guard import Guard

from .asking import Cousin, cousins_of_question

#: A question makes about twenty requests; a whole university may sit behind one address.
GUARD = Guard("defis.cousins", limit=2_000)
#: Fewer letters say nothing yet.
SHORTEST = 4
KEPT_FOR = 5 * 60


def cousins_response(request: HttpRequest) -> HttpResponse:
    """Return ``{"cousins": […]}`` for ``?q=``; 429 when one address asks too often.

    The answer is the same for everybody, so caches may keep it a while.
    """
    text = " ".join(request.GET.get("q", "").split())
    if len(text) < SHORTEST:
        return _answer([])
    if not GUARD.may_send(request):
        return JsonResponse({"error": _("Too many questions: try again later.")}, status=429)
    return _answer(
        [_told(cousin, request) for cousin in cousins_of_question(text, request)],
    )


def _told(cousin: Cousin, request: HttpRequest) -> dict[str, str]:
    page = cousin.page
    return {
        "title": page.title,
        "name": page.short_name,
        "url": page.get_url(request),
        "state": page.get_state_display(),
        "obstacle": cousin.entry.obstacle,
        "fate": cousin.entry.fate,
    }


def _answer(cousins: list[dict[str, str]]) -> HttpResponse:
    response = JsonResponse({"cousins": cousins}, json_dumps_params={"ensure_ascii": False})
    response["Cache-Control"] = f"public, max-age={KEPT_FOR}"
    response["X-Robots-Tag"] = "noindex"
    return response
