"""A document as an answer to a browser."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.text import slugify

from .document import Document

SECONDS = 300


def pdf_response(
    request: HttpRequest,
    document: Document,
    filename: str,
    *,
    attachment: bool = False,
    private: bool = False,
) -> HttpResponse:
    """Return the PDF, or 304 without drawing it when the browser has this very one.

    ``filename`` becomes plain ASCII without its extension. ``private`` keeps it out of shared
    caches. Raises ``PrintError``.
    """
    response = get_conditional_response(request, document.etag)
    if response is None or response.status_code != 304:
        response = HttpResponse(document.pdf(), content_type="application/pdf")
        kind = "attachment" if attachment else "inline"
        response["Content-Disposition"] = f'{kind}; filename="{slugify(filename) or "page"}.pdf"'
    response["ETag"] = document.etag
    if private:
        patch_cache_control(response, private=True, no_cache=True)
    else:
        patch_cache_control(response, public=True, max_age=SECONDS)
    return response
