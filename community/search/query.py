"""Searching pages: the one function that views call, and what a visitor asked of it."""

import logging

from django.http import HttpRequest
from wagtail.query import PageQuerySet

from community.plugins import plugins
from community.search.synonyms import SearchSynonyms, Widening, widening

logger = logging.getLogger("community.plugins")


def search_pages(queryset: PageQuerySet, text: str, wider: Widening | None = None) -> PageQuerySet:
    """Return the pages of ``queryset`` that match every word of ``text``, the best first.

    ``queryset`` may be filtered on anything and must not be sliced. What comes back is an ordinary
    queryset: to page, count, filter further, or sort another way. Any text will do; one without a
    letter or a digit finds nothing. With ``wider`` (see :func:`wider_search`), an equivalent of a
    word does as well as the word; pages that hold the words themselves come first.
    """
    return queryset.search(wider.query if wider else text).get_queryset()


def wider_search(request: HttpRequest, text: str) -> Widening | None:
    """Return what to look for in place of ``text``, as the plugins know it.

    None when nothing that they know means the same as its words.
    """
    return widening(text, _synonyms(request)) if text else None


def _synonyms(request: HttpRequest) -> list[SearchSynonyms]:
    found: list[SearchSynonyms] = []
    for plugin in plugins():
        try:
            found += plugin.search_synonyms(request)
        except Exception:
            logger.exception("The plugin '%s' failed in search_synonyms()", plugin.label)
    return found
