"""A webinar as schema.org describes it (release 30): an event, then the video that is left."""

from typing import Any
from urllib.parse import urljoin

from django.http import HttpRequest

from community.video.addresses import read_video

SCHEMA = "https://schema.org/"


def webinar_facts(page: Any, request: HttpRequest) -> dict[str, Any]:
    """Return what ``page`` adds to a page's structured data; nothing that it does not say."""
    facts = _video(page, request) if page.state == "replay" else _event(page)
    return {name: value for name, value in facts.items() if value}


def _event(page: Any) -> dict[str, Any]:
    on_site = bool(page.place)
    start: Any = page.first_day if page.days_only else page.local_start
    end: Any = page.last_day if page.days_only else page.local_end
    return {
        "startDate": start.isoformat(),
        "endDate": end.isoformat() if end else "",
        "eventStatus": f"{SCHEMA}Event{'Cancelled' if page.cancelled else 'Scheduled'}",
        "eventAttendanceMode": f"{SCHEMA}{'Off' if on_site else 'On'}lineEventAttendanceMode",
        "location": _place(page),
        "performer": _people(page),
    }


def _place(page: Any) -> dict[str, Any]:
    if page.place:
        return {"@type": "Place", "name": page.place}
    if page.open_to_register:
        return {"@type": "VirtualLocation", "url": page.registration_url}
    return {}


def _video(page: Any, request: HttpRequest) -> dict[str, Any]:
    video = read_video(page.replay)
    address = urljoin(request.build_absolute_uri("/"), video.watch_url)
    published = page.first_published_at or page.starts_at
    return {
        "@type": "VideoObject",
        "uploadDate": published.date().isoformat(),
        "contentUrl": address if video.own else "",
        "embedUrl": video.embed_url,
        "sameAs": "" if video.own else address,
        "inLanguage": page.source_language or page.locale.language_code,
        "license": page.licence_url,
        "transcript": _words(page.transcript),
        "contributor": _people(page),
    }


def _people(page: Any) -> list[dict[str, Any]]:
    return [{"@type": "Person", "name": str(credit.person)} for credit in page.speakers]


def _words(stream: Any) -> str:
    """The words of a stream of blocks, without their marks."""
    return "\n".join(str(text) for text in stream.stream_block.get_searchable_content(stream))
