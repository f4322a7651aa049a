"""The one listing of the whole site: facets, sorts, layouts, paging, feed.

What an index page declares is here; ``results`` answers, and needs the rooms above this one.
"""

from .declaration import CARDS, TABLE, Column, Facet, Listing, Sort
from .query import ListingQuery

__all__ = ["CARDS", "TABLE", "Column", "Facet", "Listing", "ListingQuery", "Sort"]
