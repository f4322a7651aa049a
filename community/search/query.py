"""Searching pages: the one function that views call."""

from wagtail.query import PageQuerySet


def search_pages(queryset: PageQuerySet, text: str) -> PageQuerySet:
    """Return the pages of ``queryset`` that match every word of ``text``, the best first.

    ``queryset`` may be filtered on anything and must not be sliced. What comes back is an ordinary
    queryset: to page, count, filter further, or sort another way. Any text will do; one without a
    letter or a digit finds nothing.
    """
    return queryset.search(text).get_queryset()
