"""The page that an address stands for in another language, when nothing is there in this one.

People change ``/defis/…`` into ``/en/defis/…``, or follow a link to a translation that is not
published yet.
"""

from dataclasses import dataclass

from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import get_language_info
from wagtail.models import Page

from .routing import LONGEST
from .visibility import active_language, homes_of, visible


@dataclass(frozen=True)
class PageElsewhere:
    """A page that the visitor may open; ``here`` tells that it is in the language asked for."""

    title: str
    url: str
    code: str
    language: str
    here: bool


def pages_elsewhere(request: HttpRequest) -> list[PageElsewhere]:
    """Return the page meant by the address of ``request``, once in each language that has it.

    Only the one in the language asked for when there is one. Two queries; nothing for an address
    that is no page's.
    """
    match = request.resolver_match
    if match is None or match.url_name != "wagtail_serve" or not match.args:
        return []
    address = str(match.args[0]).strip("/")
    if not address or len(address) > LONGEST:
        return []
    meant = Q(url_path__in=[f"{home}{address}/" for _code, _path, home in homes_of(request)])
    keys = Page.objects.filter(meant).values("translation_key")
    found = visible(request, language="all").filter(translation_key__in=keys)
    pages = [_told(page, request) for page in found.select_related("locale").order_by("path")]
    return [page for page in pages if page.here] or pages


def _told(page: Page, request: HttpRequest) -> PageElsewhere:
    code = page.locale.language_code
    return PageElsewhere(
        page.title,
        page.get_url(request) or "",
        code,
        get_language_info(code)["name_translated"],
        code == active_language(),
    )
