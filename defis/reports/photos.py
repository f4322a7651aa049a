"""The photos of a draft, for its author alone."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from ..models import DraftFile
from .doors import with_account, with_link
from .reporter import Reporter


@require_safe
def _photo(request: HttpRequest, reporter: Reporter, photo: int) -> HttpResponse | FileResponse:
    """Give one photo; 404 for that of anybody else."""
    rows = DraftFile.objects.filter(kind=DraftFile.Kind.PHOTO, draft__team=reporter.team)
    row = get_object_or_404(rows, pk=photo, draft__author=reporter.user)
    response = FileResponse(row.file.open("rb"))
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


photo_by_link, photo = with_link(_photo), with_account(_photo)
