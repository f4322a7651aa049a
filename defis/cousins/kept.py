"""The index of cousins, made again only when a défi or a follow-up changed.

The terms are in the cache that all processes share, the index in each process. Both bear the
generation that they are of: publishing, unpublishing, deleting, moving or closing a page begins
another.
"""

from typing import Any

from django.core.cache import cache
from django.http import HttpRequest
from wagtail.models import Site

from community.pages import active_language, of_anybody
from community.pages.generations import Generation

from . import reading
from .index import Index

#: The number goes up when an entry holds something else.
TERMS = "defis.cousins.terms.1"
#: Nothing should be missed by the signals; if something is, it heals in this time, in seconds.
generation = Generation("defis.cousins.generation", 15 * 60)

_indexes: dict[tuple[Any, str], tuple[str, Index]] = {}


def index_for(request: HttpRequest) -> Index:
    """Return the index of the défis that everybody may see, in the active language."""
    site = Site.find_for_request(request)
    place = (site.pk if site else None, active_language())
    now = generation.current()
    known = _indexes.get(place)
    if known is None or known[0] != now:
        known = now, Index(_entries(of_anybody(request), place, now))
        _indexes[place] = known
    return known[1]


def _entries(request: HttpRequest, place: tuple[Any, str], now: str) -> list[Any]:
    """Return the entries of this generation: those that changed are read, the others kept."""
    name = f"{TERMS}.{place[0]}.{place[1]}"
    made_for, kept = cache.get(name) or ("", {})
    if made_for != now:
        stamps = reading.stamps(request)
        kept = {pk: known for pk, known in kept.items() if stamps.get(pk) == known[0]}
        if changed := stamps.keys() - kept.keys():
            read = reading.entries(request, changed)
            kept |= {pk: (stamps[pk], entry) for pk, entry in read.items()}
        cache.set(name, (now, kept), None)
    return [entry for _stamp, entry in kept.values()]
