"""What this plugin adds to the pages of editions and of their sites."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from community.models import Measure
from community.pages import index_page, visible, visible_or_none
from events.models import CampusPage, EditionPage

from .counts import asked_of, record_counts
from .models import DefiIndexPage, DefiPage
from .models.indexes import with_porteurs

#: A site shows its own défis; an edition some of them, and the way to the list.
ON_CAMPUS, ON_EDITION = 24, 6


def defis_of_page(context: Any, arguments: Mapping[str, Any]) -> SafeString | None:
    """The défis of an edition or of one of its sites, and the way to the prototypes."""
    page, request = arguments["page"], context["request"]
    if page.pk is None:
        return None
    defis = visible(request, DefiPage).filter(Q(edition_id=page.pk) | Q(campus_id=page.pk))
    ready = with_porteurs(defis.select_related("locale", "cover"))
    shown = list(ready.order_by("campus__title", "number"))
    prototypes = next(
        one for one in record_counts(page, request) if one.measure == Measure.PROTOTYPES
    )
    if not shown and not (prototypes.number and prototypes.url):
        return None
    _give_places(shown, page, request)
    data = {
        "pages": shown[: ON_CAMPUS if isinstance(page, CampusPage) else ON_EDITION],
        "total": len(shown),
        "index": index_page(request, DefiIndexPage),
        "asked": asked_of(page),
        "whole_edition": isinstance(page, EditionPage),
        "prototypes": prototypes,
    }
    return render_to_string("defis/slots/defis.html", data, request=request)


def _give_places(defis: list[DefiPage], page: EditionPage | CampusPage, request: Any) -> None:
    """Set the edition and the site of each défi: the page they stand on knows them already."""
    if isinstance(page, CampusPage):
        edition, campuses = visible_or_none(request, page.edition), {page.pk: page}
    else:
        edition, campuses = page, {campus.pk: campus for campus in page.campuses(request)}
        # In another language than this page, until they are translated; or hidden.
        others = {defi.campus_id for defi in defis} - campuses.keys() - {None}
        if others:
            found = visible(request, CampusPage, language="all").filter(pk__in=others)
            campuses |= {campus.pk: campus for campus in found.select_related("locale")}
    for defi in defis:
        defi.campus = campuses.get(defi.campus_id)
        defi.edition = edition if edition and defi.edition_id == edition.pk else None
