"""Abstract pages, who may see what, and what refers to what."""

from .backlinks import BacklinkGroup, backlinks
from .base import SUMMARY_LENGTH, CommunityPage
from .entries import index_entries
from .index import IndexPage
from .visibility import home_page_path, is_visible, visible

__all__ = [
    "SUMMARY_LENGTH",
    "BacklinkGroup",
    "CommunityPage",
    "IndexPage",
    "backlinks",
    "home_page_path",
    "index_entries",
    "is_visible",
    "visible",
]
