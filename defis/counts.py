"""How many défis and prototypes an edition or one of its sites has here."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.http import HttpRequest
from django.utils.translation import ngettext
from wagtail.models import Page

from community.models import Measure
from community.pages import IndexPage, index_page, once, visible
from community.plugins import RecordCount
from events.models import CampusPage, EditionPage

from .models import DefiIndexPage, PrototypeIndexPage


def asked_of(page: EditionPage | CampusPage) -> str:
    """Return the query string that asks the lists for what belongs to ``page``."""
    *_above, parent, slug = page.url_path.strip("/").split("/")
    if isinstance(page, CampusPage):
        # A site of the same name stands in other years too.
        return urlencode({"edition": parent, "site": slug})
    return urlencode({"edition": slug})


def record_counts(page: Any, request: HttpRequest) -> list[RecordCount]:
    """Count what this visitor may see of ``page``: one query, none for other page types."""
    if not isinstance(page, CampusPage | EditionPage) or page.pk is None:
        return []
    defis, prototypes = once(request, f"defis.counts.{page.pk}", lambda: _numbers(page, request))

    def address(index: type[IndexPage]) -> str:
        listing = index_page(request, index)
        return f"{listing.get_url(request)}?{asked_of(page)}" if listing is not None else ""

    return [
        RecordCount(
            Measure.DEFIS,
            defis,
            ngettext("défi recorded here", "défis recorded here", defis),
            address(DefiIndexPage),
        ),
        RecordCount(
            Measure.PROTOTYPES,
            prototypes,
            ngettext("prototype recorded here", "prototypes recorded here", prototypes),
            address(PrototypeIndexPage),
        ),
    ]


def _numbers(page: EditionPage | CampusPage, request: HttpRequest) -> tuple[int, int]:
    field = "campus" if isinstance(page, CampusPage) else "edition"
    mine = Q(**{f"defipage__{field}": page.pk}) | Q(**{f"prototypepage__{field}": page.pk})
    found = visible(request, Page).filter(mine).order_by()
    numbers = found.aggregate(
        defis=Count("defipage", distinct=True), prototypes=Count("prototypepage", distinct=True)
    )
    return numbers["defis"], numbers["prototypes"]
