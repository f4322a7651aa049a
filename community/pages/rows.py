"""The rows of a page: its credits, themes, places."""

from typing import Any

from wagtail.models import Page


def rows_of(page: Page, relation: str, *related: str) -> list[Any]:
    """Return the rows of ``page`` under ``relation`` with what they point to: one query.

    In a preview the rows are in memory, not in the database, and prefetched rows are there
    already: they come as they are.
    """
    rows = getattr(page, relation)
    at_hand = relation in {
        **getattr(page, "_cluster_related_objects", {}),
        **getattr(page, "_prefetched_objects_cache", {}),
    }
    return list(rows.all() if at_hand else rows.select_related(*related))
