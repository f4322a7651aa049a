"""Atom feeds of lists (RFC 4287)."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from wagtail.models import Site

from .results import Results

FEED_SIZE = 30


def atom_feed(request: HttpRequest, index: Any, results: Results) -> HttpResponse:
    """Return the latest published pages of ``results`` as an Atom document.

    ``index`` is the page of the list. Only what its visitor may see is in it, since ``results``
    comes from ``visible(request)``.
    """
    home = request.build_absolute_uri(index.get_url(request))
    site = Site.find_for_request(request)
    feed = Atom1Feed(
        title=index.title,
        author_name=(site.site_name if site else "") or settings.WAGTAIL_SITE_NAME,
        link=home + results.query.as_query().rstrip("?"),
        description=index.summary,
        language=index.locale.language_code,
        # Written anew rather than taken from the request, which may hold anything.
        feed_url=f"{home}flux/{results.query.as_query().rstrip('?')}",
        feed_guid=f"{home}flux/",
    )
    for page in results.newest(FEED_SIZE):
        address = request.build_absolute_uri(page.get_url(request))
        feed.add_item(
            title=page.title,
            link=address,
            description=page.summary,
            unique_id=address,
            pubdate=page.first_published_at,
            updateddate=page.last_published_at,
            categories=[row.tag.name for row in page.tagged_items.all()],
        )
    response = HttpResponse(content_type=feed.content_type)
    feed.write(response, "utf-8")
    return response
