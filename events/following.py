"""What is new about a site for those who follow it: the changes of its published programme.

Its sessions, newly published, come from the site.
"""

from collections.abc import Iterable, Sequence

from django.db.models import F
from django.http import HttpRequest
from django.utils.translation import gettext as _

from community.plugins import News, Topic, Window

from .exports.changes_feed import titles_now, version_of
from .models import CampusPage, ProgrammeVersion
from .programme.entries import published_entries

#: So many changes are told one by one.
MOST = 8


def news_of(topics: Sequence[Topic], window: Window, request: HttpRequest) -> Iterable[News]:
    """Return the publications of the programmes of these sites, with what they changed."""
    if topics[0].kind != CampusPage.followed_as:
        return
    sites = {topic.source.translation_key: topic for topic in topics}
    rows = ProgrammeVersion.objects.filter(
        campus__translation_key__in=sites, published_at__lte=window.until
    )
    if window.since is not None:
        rows = rows.filter(published_at__gt=window.since)
    rows = rows.annotate(site=F("campus__translation_key")).order_by("-published_at", "-pk")
    versions = list(rows[: window.most])
    if not versions:
        return
    places = [sites[row.site].source for row in versions]
    entries = published_entries(request, places, withdrawn=True)
    shown = titles_now(entries)
    for row in versions:
        topic = sites[row.site]
        version = version_of(request, row, topic.source, shown)
        if not version.lines and not version.note:
            continue
        lines = [version.note, *version.lines[:MOST]]
        if more := len(version.lines[MOST:]):
            lines.append(_("and %(number)s more changes") % {"number": more})
        text = "\n".join(line for line in lines if line)
        noun = str(_("programme"))
        yield News(
            topic.name,
            version.identity,
            noun,
            version.title,
            version.url,
            version.published_at,
            text,
        )
