"""What this plugin adds to the pages of editions and of their sites."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from community.pages import index_page, visible
from events.models import CampusPage

from .models import DefiIndexPage, DefiPage
from .models.indexes import with_card_facts

IN_SLOT = 24


def defis_of_page(context: Any, arguments: Mapping[str, Any]) -> SafeString | None:
    """The défis of an edition or of one of its sites, nothing when there is none."""
    page, request = arguments["page"], context["request"]
    defis = visible(request, DefiPage).filter(Q(edition_id=page.pk) | Q(campus_id=page.pk))
    shown = list(with_card_facts(defis, request).order_by("campus__title", "number"))
    if not shown:
        return None
    index = index_page(request, DefiIndexPage)
    data = {
        "pages": shown[:IN_SLOT],
        "total": len(shown),
        "index": index,
        "facet": "site" if isinstance(page, CampusPage) else "edition",
        "page": page,
    }
    return render_to_string("defis/slots/defis.html", data, request=request)
