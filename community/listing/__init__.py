"""The one listing of the whole site: filters, sorts, layouts, paging, feed.

What an index page declares is here; ``results`` answers, and needs the rooms above this one.
"""

from .cases import Case, Cases
from .declaration import CARDS, TABLE, Column, Listing, Look, Sort
from .flags import Flags
from .query import ListingQuery
from .ranges import Range
from .values import Facet

__all__ = [
    "CARDS",
    "TABLE",
    "Case",
    "Cases",
    "Column",
    "Facet",
    "Flags",
    "Listing",
    "ListingQuery",
    "Look",
    "Range",
    "Sort",
]
