"""Public files of references: a list with its filters, or one reference alone."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.models import Page

from community.pages.routing import visible_page_at

from .exchange import FORMATS, write

#: More than any list of this site will hold; a file of that length is a few megabytes.
MOST = 5_000


@require_safe
def export(request: HttpRequest, address: str, ending: str) -> HttpResponse:
    """Return the references at ``address`` (a bibliography or a reference) as a file.

    A bibliography's query string filters as on its page. Whatever this visitor may not see is
    not there: 404 when that is the page itself.
    """
    from ..models import ReferenceIndexPage, ReferencePage

    page = visible_page_at(request, address)
    if isinstance(page, ReferenceIndexPage):
        references = page.results(request).every(MOST)
    elif isinstance(page, ReferencePage):
        references = [page]
    else:
        raise Http404
    found = FORMATS[ending]
    text = write(ending, [reference.csl() for reference in references])
    response = HttpResponse(text, content_type=f"{found.media_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{page.slug}.{ending}"'
    return response


def export_links(page: Page, request: HttpRequest, query: str = "") -> list[dict[str, Any]]:
    """Return the label and the address of each file for ``page``; ``query`` begins with “?”."""
    home = page.get_url(request)
    return [
        {"label": found.label, "url": f"{home}export.{ending}{query.rstrip('?')}"}
        for ending, found in FORMATS.items()
        if home
    ]
