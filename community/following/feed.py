"""The news of a followed thing as an Atom feed (RFC 4287)."""

import re
from functools import partial

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks
from django.utils.translation import get_language
from wagtail.models import Site

from community.listing.feeds import FEED_SIZE
from community.listing.responses import file_response
from community.plugins import News, Topic, Window

from .news import read_news


def topic_feed(request: HttpRequest, topic: Topic) -> HttpResponse:
    """Return the latest news of ``topic``; 304 when the reader has them already."""
    news = read_news(request, [topic], Window(None, timezone.now(), FEED_SIZE))[topic.name]
    site = Site.find_for_request(request)
    author = (site.site_name if site else "") or settings.WAGTAIL_SITE_NAME
    home = request.build_absolute_uri("/")
    facts = (home, author, get_language(), topic.name, topic.title, topic.url, news)
    write = partial(_to_atom, request, topic, news, author)
    return file_response(request, facts, write, Atom1Feed.content_type)


def _to_atom(request: HttpRequest, topic: Topic, news: list[News], author: str) -> bytes:
    itself = request.build_absolute_uri(reverse("follow_feed", args=topic.name))
    about = topic.url or reverse("follow", args=topic.name)
    feed = Atom1Feed(
        title=_clean(topic.title),
        author_name=author,
        link=request.build_absolute_uri(about),
        description=None,
        language=get_language(),
        feed_url=itself,
        feed_guid=itself,
    )
    for one in news:
        feed.add_item(
            title=_clean(one.title),
            link=request.build_absolute_uri(one.url),
            # Readers take a summary for HTML.
            description=linebreaks(_clean(one.text), autoescape=True) if one.text else None,
            unique_id=one.identity,
            pubdate=one.at,
            updateddate=one.at,
            categories=[one.noun],
        )
    return feed.writeString("utf-8").encode()


def _clean(text: str) -> str:
    """``text`` without the characters that XML cannot hold (XML 1.0, section 2.2)."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text)
