"""Files that calendars and applications ask for again and again."""

from collections.abc import Callable
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control

from community.security.headers import is_personal

#: How long a cache may keep what everybody may see, in seconds.
SECONDS = 300
#: Raised when a format is written otherwise from the same facts: what was kept of it is old then.
WRITTEN = 1


def file_response(
    request: HttpRequest,
    facts: object,
    write: Callable[[], bytes],
    content_type: str,
    filename: str = "",
) -> HttpResponse:
    """Return what ``write`` makes of ``facts``; 304 without writing it when nothing has changed.

    ``facts`` is what the content depends on; its representation says all of it. ``filename``
    (ASCII): the browser saves it under that name.
    """
    digest = sha256(repr((WRITTEN, content_type, facts)).encode(errors="replace")).hexdigest()
    etag = f'"{digest[:32]}"'
    response = get_conditional_response(request, etag)
    if response is None or response.status_code != 304:
        response = HttpResponse(write(), content_type=content_type)
        if filename:
            response["Content-Disposition"] = f'attachment; filename="{filename}"'
    response["ETag"] = etag
    if is_personal(request, response):
        patch_cache_control(response, private=True, no_cache=True)
    else:
        patch_cache_control(response, public=True, max_age=SECONDS)
    return response
