"""Abstract pages, who may see what, and what refers to what."""

from .base import SUMMARY_LENGTH, CommunityPage
from .entries import every_index_page, index_entries, index_page
from .figures import FigureGroup, figure_groups
from .index import IndexPage
from .once import once
from .rows import rows_of
from .surroundings import BacklinkGroup, Surroundings, surroundings
from .visibility import active_language, is_visible, of_anybody, visible, visible_or_none

__all__ = [
    "SUMMARY_LENGTH",
    "BacklinkGroup",
    "CommunityPage",
    "FigureGroup",
    "IndexPage",
    "Surroundings",
    "active_language",
    "every_index_page",
    "figure_groups",
    "index_entries",
    "index_page",
    "is_visible",
    "of_anybody",
    "once",
    "rows_of",
    "surroundings",
    "visible",
    "visible_or_none",
]
