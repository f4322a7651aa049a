"""The cousins of a défi, and those of a question that is being typed."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from community.pages import of_anybody, once, visible
from community.search.query import wider_search

from ..models import DefiPage
from . import terms
from .index import Entry
from .kept import index_for

SHOWN = 5
#: A question of more characters is read up to there: no title is longer.
LONGEST = 300
#: What a word that means the same counts, beside the one that was typed.
EQUIVALENT = 0.5


@dataclass(frozen=True)
class Cousin:
    """A near défi as it is shown."""

    page: Any
    entry: Entry


def near(defi: DefiPage, request: HttpRequest) -> list[Entry]:
    """Return the entries near ``defi``, the nearest first.

    No query once the index is made.
    """

    def read() -> list[Entry]:
        index = index_for(request)
        known = index.entries.get(defi.pk)
        words = known.terms if known else terms.weigh([(defi.title, terms.QUESTION)])
        return index.nearest(words, SHOWN, leave_out=defi.pk)

    return once(request, f"defis.cousins.{defi.pk}", read)


def cousins_of_question(text: str, request: HttpRequest, leave_out: str = "") -> list[Cousin]:
    """Return the défis that everybody may see and that are near ``text``: one query.

    ``leave_out`` is the key of one that is not wanted, as somebody wrote it.
    """
    asked = text.replace("\0", "")[:LONGEST]
    parts = [(asked, 1.0)]
    if wider := wider_search(request, asked):
        parts += [(word, EQUIVALENT) for word in wider.also]
    index = index_for(request)
    own = next((pk for pk in index.entries if str(pk) == leave_out), None)
    found = index.nearest(terms.weigh(parts), SHOWN, own)
    pages = visible(of_anybody(request), DefiPage).filter(pk__in=[entry.pk for entry in found])
    by_key = {page.pk: page for page in pages.select_related("locale").defer_streamfields()}
    return [Cousin(by_key[entry.pk], entry) for entry in found if entry.pk in by_key]
