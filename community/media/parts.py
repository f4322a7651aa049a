"""Videos of the library are given by parts: without them browsers cannot jump, some cannot play.

Wagtail's view gives whole files only.
"""

import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.documents.models import document_served

PLAYED = frozenset({"mp4", "webm"})
#: The longest part given at once, in bytes: a player asks for the next one (RFC 9110, §15.3.7).
MOST = 1024 * 1024
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


def serve_part(document: Any, request: HttpRequest) -> HttpResponse | None:
    """Return the part of a video that ``request`` asks for, 206, or 416 when there is none.

    ``None`` leaves the answer to Wagtail: other documents, whole files, several parts at once.
    To be asked after Wagtail has checked who may open the document.
    """
    found = _RANGE.fullmatch(request.headers.get("Range", ""))
    if document.file_extension.lower() not in PLAYED or not found or found.groups() == ("", ""):
        return None
    condition = request.headers.get("If-Range", "").strip('"')
    if condition and condition != document.file_hash:
        return None
    size = document.file.size
    first, last = _bounds(found[1], found[2], size)
    if first > last:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    document_served.send(sender=type(document), instance=document, request=request)
    with document.file.open("rb") as file:
        file.seek(first)
        part = file.read(min(last - first + 1, MOST))
    response = HttpResponse(part, status=206, content_type=document.content_type)
    response["Content-Range"] = f"bytes {first}-{first + len(part) - 1}/{size}"
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = f'"{document.file_hash}"'
    response["Content-Disposition"] = document.content_disposition
    response["Content-Security-Policy"] = "default-src 'none'"
    return response


def _bounds(first: str, last: str, size: int) -> tuple[int, int]:
    """The first and the last byte asked for; in the wrong order when there is nothing to give."""
    if not first:
        return (max(0, size - int(last)), size - 1) if int(last) else (1, 0)
    return int(first), min(int(last) if last else size - 1, size - 1)
