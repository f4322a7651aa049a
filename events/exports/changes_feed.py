"""What changed in published programmes, as an Atom feed (RFC 4287)."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings
from django.db.models import F
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail.models import Site

from community.listing.feeds import FEED_SIZE
from events.models import CampusPage, EditionPage, ProgrammeVersion
from events.programme.changes import Change
from events.programme.entries import published_entries
from events.programme.entry import Entry

from .facts import clean
from .reading import address_of, sites_of

TYPE = Atom1Feed.content_type


@dataclass(frozen=True)
class Version:
    """One publication of a site's programme; ``lines`` say what it changed."""

    identity: str
    title: str
    url: str
    note: str
    lines: tuple[str, ...]
    published_at: datetime


@dataclass(frozen=True)
class Changes:
    """The latest publications, newest first, of the programme at ``url``."""

    title: str
    author: str
    url: str
    language: str
    versions: tuple[Version, ...]


def read_changes(request: HttpRequest, place: CampusPage | EditionPage) -> Changes:
    """Return what the visitor may know of the latest publications for ``place``.

    A version keeps the titles of its day, but in another language than the site's, where they are
    those of the translations. Sessions that this visitor may not see, or no longer, are left out.
    """
    entries = published_entries(request, sites_of(place), withdrawn=True)
    sites = {entry.campus.translation_key: entry.campus for entry in entries}
    shown = titles_now(entries)
    rows = ProgrammeVersion.objects.filter(campus__translation_key__in=sites)
    rows = rows.annotate(site=F("campus__translation_key")).order_by("-published_at", "-pk")
    site = Site.find_for_request(request)
    found = (version_of(request, row, sites[row.site], shown) for row in rows[:FEED_SIZE])
    return Changes(
        title=_("Changes of the programme: %(page)s") % {"page": clean(place.title)},
        author=(site.site_name if site else "") or settings.WAGTAIL_SITE_NAME,
        url=f"{address_of(request, place)}programme/",
        language=place.locale.language_code,
        versions=tuple(version for version in found if version.lines or version.note),
    )


def titles_now(entries: Iterable[Entry]) -> dict[str, str]:
    """Return the keys of the sessions that may be told of, each with its title if translated."""
    return {
        str(entry.key): ""
        if entry.session.locale.language_code == settings.LANGUAGE_CODE
        else entry.session.title
        for entry in entries
        if entry.session
    }


def to_atom(changes: Changes) -> bytes:
    """Return ``changes`` as an Atom document."""
    feed = Atom1Feed(
        title=changes.title,
        author_name=changes.author,
        link=changes.url,
        description=None,
        language=changes.language,
        feed_url=f"{changes.url}flux/",
        feed_guid=f"{changes.url}flux/",
    )
    for version in changes.versions:
        feed.add_item(
            title=version.title,
            link=version.url,
            description=_html(version),
            unique_id=version.identity,
            pubdate=version.published_at,
            updateddate=version.published_at,
        )
    return feed.writeString("utf-8").encode()


def version_of(
    request: HttpRequest, row: ProgrammeVersion, campus: CampusPage, shown: Mapping[str, str]
) -> Version:
    """Return what may be told of a publication.

    ``shown`` are the keys of visible sessions, each with what it is called now instead.
    """
    said = {"site": clean(campus.title), "number": row.number}
    return Version(
        identity=uuid.uuid5(campus.translation_key, f"version {row.number}").urn,
        title=_("%(site)s, version %(number)s of the programme") % said,
        url=f"{address_of(request, campus)}programme/",
        note=clean(row.note),
        lines=tuple(_lines(row.readable_changes, shown)),
        published_at=row.published_at,
    )


def _lines(changes: Iterable[Change], shown: Mapping[str, str]) -> Iterable[str]:
    for change in changes:
        if change.key in shown:
            yield clean(replace(change, title=shown[change.key] or change.title).text)
        elif change.kind in ("removed", "cancelled"):
            yield clean(replace(change, title=_("a session that is no longer public")).text)


def _html(version: Version) -> str:
    note = format_html("<p>{}</p>", version.note) if version.note else ""
    lines = format_html_join("", "<li>{}</li>", ((line,) for line in version.lines))
    return format_html("{}<ul>{}</ul>", note, lines) if lines else note
