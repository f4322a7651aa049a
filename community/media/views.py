"""One uploaded file, as a proxy would give it."""

from pathlib import PurePosixPath
from posixpath import normpath

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from django.views.static import serve

# What a browser may show in the page; anything else is saved.
SHOWN = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"})
# Documents have their own address, which asks whether their collection is private.
PRIVATE = {("documents",)}
YEAR = 31_536_000


@require_safe
def serve_media(request: HttpRequest, name: str) -> HttpResponse | FileResponse:
    """Return the file ``name`` of ``MEDIA_ROOT``; 404 for what is absent, private or a folder.

    The names of renditions change with their content, so they are kept for a year.
    """
    # As Django's own view reads it, so that "a/../documents/b" is not taken for a folder "a".
    path = PurePosixPath(normpath(name).lstrip("/"))
    if ".." in path.parts or path.parts[:1] in PRIVATE:
        raise Http404
    response = serve(request, str(path), document_root=settings.MEDIA_ROOT)
    if path.suffix.lower() not in SHOWN:
        response.headers["Content-Disposition"] = "attachment"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    return response
