"""What the plugins know to mean the same as the words of a question."""

import logging

from django.http import HttpRequest

from community.plugins import plugins
from community.search.synonyms import SearchSynonyms, Widening, widening

logger = logging.getLogger("community.plugins")


def wider_search(request: HttpRequest, text: str) -> Widening | None:
    """Return what to look for in place of ``text``, as the plugins know it.

    None when nothing that they know means the same as its words.
    """
    return widening(text, known_synonyms(request)) if text else None


def known_synonyms(request: HttpRequest) -> list[SearchSynonyms]:
    """Return what the plugins know; one that fails costs only its own synonyms."""
    found: list[SearchSynonyms] = []
    for plugin in plugins():
        try:
            found += plugin.search_synonyms(request)
        except Exception:
            logger.exception("The plugin '%s' failed in search_synonyms()", plugin.label)
    return found
