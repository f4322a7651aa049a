"""What an empty list offers to somebody who mistyped a word."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from community.search.query import asking, search_pages, wider_search

if TYPE_CHECKING:
    from .selection import Selection


@dataclass(frozen=True)
class Meant:
    """The words that somebody may have meant, and the address of the list that holds them."""

    text: str
    url: str


def meant(selection: "Selection") -> Meant | None:
    """Return what to offer in place of the words of an empty list, if that is not empty too.

    The filters in force stay.
    """
    query, request = selection.query, selection.request
    if not query.text or query.exact:
        return None
    text = asking(request, query.text).corrected
    if not text:
        return None
    pages = search_pages(selection.everything, text, wider_search(request, text))
    if not pages.filter(*selection.conditions).exists():
        return None
    return Meant(text, query.as_query(text=text))
