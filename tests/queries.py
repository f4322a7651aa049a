"""Counts the SQL queries of a page, and makes lists longer."""

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from community.pages import IndexPage


def queries(client: Client, address: str) -> int:
    """Return how many queries ``address`` costs when the page itself is in no cache.

    Asked once beforehand: a running site has made its resized images, and knows its content types,
    the addresses of its sites and where its home pages stand.
    """
    assert client.get(address).status_code == 200, address
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
        assert response.status_code == 200
    repeats = len(captured) - len({query["sql"] for query in captured})
    client.report = f"{address}: {len(captured)} queries, {repeats} of them asked twice"
    return len(captured)


def keep(index: IndexPage, number: int) -> list[Any]:
    """Leave ``number`` pages in a list, unpublish the others; return those that are left."""
    pages = list(index.listing.model.objects.descendant_of(index).live().order_by("path"))
    others = [page.pk for page in pages[number:]]
    index.listing.model.objects.filter(pk__in=others).update(live=False)
    return pages[:number]


def multiply(pages: list[Any], times: int) -> None:
    """Publish copies of ``pages``, with their rows, until each is there ``times`` times."""
    for turn in range(1, times):
        for place, page in enumerate(pages):
            changes = {"slug": f"{page.slug}-{turn}", "title": f"{page.title} ({turn})"}
            if hasattr(page, "number"):
                changes["number"] = 100 * turn + place
            page.copy(update_attrs=changes, copy_revisions=False, keep_live=True, log_action=None)
