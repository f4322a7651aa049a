"""``{% video url=… title=… %}``: a video of our own, or somebody else's behind a click."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.template import Context
from django.utils.translation import get_language

from community.security.frames import allow_frame
from community.video.addresses import read_video
from community.video.moments import written

register = template.Library()


@register.inclusion_tag("community/video/video.html", takes_context=True)
def video(
    context: Context,
    url: str,
    title: str,
    captions: str = "",
    chapters: Iterable[Any] = (),
    language: str = "",
) -> dict[str, Any]:
    """Show the video at ``url``, which is called ``title``.

    ``url`` is that of a document of the site (.mp4, .webm), or an address elsewhere; of an unknown
    site only a link is shown. ``captions`` is the address of a WebVTT file, for our own videos;
    ``chapters`` a stream made by ``chapters_field``; ``language`` what is spoken (default: the
    language of the page). The page may then show a frame of that provider, and of no other.
    """
    found = read_video(url)
    request = context.get("request")
    if found.host and request is not None:
        allow_frame(request, found.host)
    return {
        "video": found,
        "title": title,
        "captions": captions if found.own else "",
        "chapters": [_chapter(chapter.value, found) for chapter in chapters],
        "language": language or get_language(),
    }


def _chapter(value: Mapping[str, Any], found: Any) -> dict[str, Any]:
    second = value["time"] or 0
    return {
        "seconds": second,
        "time": written(second),
        "title": value["title"],
        "url": found.watch_at(second),
        "embed": found.embed_at(second),
    }
