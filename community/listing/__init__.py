"""The one listing of the whole site: facets, sorts, layouts, paging, feed."""

from .declaration import CARDS, TABLE, Column, Facet, Listing, Sort
from .query import ListingQuery
from .results import Results

__all__ = ["CARDS", "TABLE", "Column", "Facet", "Listing", "ListingQuery", "Results", "Sort"]
