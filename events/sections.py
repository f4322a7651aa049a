"""The sections of the home page: the edition of the moment, led by its phase, and the latest."""

from typing import Any

from django.http import HttpRequest

from community.models import Phase
from community.pages import index_page, once, visible
from community.plugins import record_counts

from .models import EditionIndexPage, EditionPage

EDITIONS_ON_HOME = 4
#: What matters most first: the event itself, then the next one, then what became of the last.
FIRST = (Phase.DURING, Phase.BEFORE, Phase.AFTER)


def now(request: HttpRequest) -> dict[str, Any] | None:
    """The edition that matters now: its sites until it is over, then what it left."""
    edition = min(_latest(request), key=_rank, default=None)
    if edition is None:
        return None
    over = edition.phase == Phase.AFTER
    return {
        "edition": edition,
        "campuses": [] if over else edition.campuses(request),
        "counts": [one for one in record_counts(edition, request) if one.number] if over else [],
    }


def editions(request: HttpRequest) -> dict[str, Any] | None:
    """The latest editions and their list; hidden when there is none."""
    latest = _latest(request)
    if not latest:
        return None
    index = index_page(request, EditionIndexPage)
    return {"pages": latest, "index": index}


def _latest(request: HttpRequest) -> list[EditionPage]:
    """The latest editions, read once for both sections."""

    def read() -> list[EditionPage]:
        pages = visible(request, EditionPage).select_related("locale", "cover")
        return list(pages.order_by("-year")[:EDITIONS_ON_HOME])

    return once(request, "events.latest", read)


def _rank(edition: EditionPage) -> tuple[int, int]:
    """Of two editions to come the nearest is first, of two that are over the latest."""
    year = -edition.year if edition.phase == Phase.AFTER else edition.year
    return FIRST.index(Phase(edition.phase)), year
