"""What the search box asks for while somebody types: ``/recherche/suggestions/?q=``."""

from dataclasses import asdict
from hashlib import sha256

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.http import require_safe

from community.listing.query import MAX_TEXT, TEXT
from community.security.headers import is_personal

from .suggestions import suggestions

SECONDS = 60
"""How long a cache may keep what everybody may see."""


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """Answer as JSON: ``complete`` and the ``suggestions``, each with its title, url and type.

    Any text will do; without three letters, or when nothing begins so, the list is empty.
    ``complete`` says that there are no others. Whoever is signed in may see more
    than others: no copy is kept of what they get (see ``SecurityHeadersMiddleware``).
    """
    text = " ".join(request.GET.get(TEXT, "").replace("\0", "").split())[:MAX_TEXT]
    answer = suggestions(request, text)
    response: HttpResponse = JsonResponse(
        {
            "complete": answer.complete,
            "suggestions": [asdict(one) for one in answer.found],
        },
        json_dumps_params={"ensure_ascii": False, "separators": (",", ":")},
    )
    response["X-Robots-Tag"] = "noindex"
    if is_personal(request, response):
        return response
    patch_cache_control(response, public=True, max_age=SECONDS)
    etag = f'"{sha256(response.content).hexdigest()[:32]}"'
    response["ETag"] = etag
    return get_conditional_response(request, etag, response=response) or response
