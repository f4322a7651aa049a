"""What is missing before an edition is published: by site, each with where it is mended."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import (
    CampusPage,
    EditionPage,
)
from events.programme.source import campuses_of
from events.programme.warning import ERROR, INFO, WARNING
from events.programme.warnings import warnings

from .facts import Facts

#: Said by ``warnings`` one session at a time, here one site at a time; or said better here.
SAID_HERE = ("zone", "no_dates")


@dataclass(frozen=True)
class Lack:
    """Something to mend. ``level``: error (the page waits for it), warning or info."""

    level: str
    text: str
    url: str


@dataclass(frozen=True)
class Group:
    """A site, or the edition itself, and what it lacks."""

    page: EditionPage | CampusPage
    lacks: list[Lack]

    @property
    def ready(self) -> bool:
        """Whether nothing keeps the page from being published."""
        return not any(lack.level == ERROR for lack in self.lacks)


def preflight(edition: EditionPage) -> list[Group]:
    """Return what ``edition`` lacks, then each of its sites, in as many queries at any size."""
    sites = list(campuses_of(edition).select_related("latest_revision"))
    pages: dict[int, Any] = {page.pk: page for page in (edition, *sites)}
    found: dict[int, list[Lack]] = {key: [] for key in pages}
    for page in (edition, *sites):
        found[page.pk] += _of_the_page(page)
    facts = Facts(edition)
    found[edition.pk] += _unsure(edition, facts)
    for site in sites:
        found[site.pk] += _of_the_site(site, facts)
    for warning in warnings(edition):
        if warning.code not in SAID_HERE:
            session = facts.sessions.get(warning.keys[0]) if warning.keys else None
            for key in warning.campuses or (edition.pk,):
                url = page_url(session) if session else _inside(pages[key])
                found[key].append(Lack(warning.level, warning.text, url))
    order = (ERROR, WARNING, INFO)
    return [
        Group(page, sorted(found[page.pk], key=lambda lack: order.index(lack.level)))
        for page in (edition, *sites)
    ]


def page_url(key: int) -> str:
    """Return the address of the editor of a page."""
    return reverse("wagtailadmin_pages:edit", args=[key])


def _said(page: Any, name: str) -> Any:
    """What the latest draft says."""
    revision = page.latest_revision
    return revision.content.get(name) if revision is not None else getattr(page, name)


def _of_the_page(page: Any) -> Iterator[Lack]:
    url = page_url(page.pk)
    if not _said(page, "starts_on") or not _said(page, "ends_on"):
        yield Lack(ERROR, _("The dates are missing."), url)
    if not _said(page, "summary"):
        yield Lack(WARNING, _("The summary is missing."), url)
    if not _said(page, "cover"):
        yield Lack(INFO, _("There is no cover image."), url)
    elif not _said(page, "cover_alt"):
        text = _("The cover image has no text alternative: is it only decorative?")
        yield Lack(WARNING, text, url)


def _of_the_site(site: CampusPage, facts: Facts) -> Iterator[Lack]:
    url, inside = page_url(site.pk), _inside(site)
    zones = dict(CampusPage._meta.get_field("time_zone").flatchoices)
    if _said(site, "time_zone") not in zones:
        yield Lack(ERROR, _("The time zone is not known."), url)
    if not _said(site, "territory"):
        yield Lack(WARNING, _("The place is missing: the map cannot show it."), url)
    if not _said(site, "venue"):
        yield Lack(WARNING, _("The venue is missing."), url)
    if site.translation_key not in facts.coordinated:
        address = reverse("events_coordination", args=[site.pk])
        yield Lack(WARNING, _("Nobody coordinates this site."), address)
    if site.pk not in facts.with_rooms:
        rooms = reverse("events_rooms", args=[site.pk])
        yield Lack(INFO, _("There is no room."), rooms)
    if site.pk not in facts.with_slots:
        yield Lack(WARNING, _("There is no programme."), inside)
    elif site.pk not in facts.published:
        yield Lack(WARNING, _("The programme was never published."), inside)
    yield from _unsure(site, facts)


def _inside(page: EditionPage | CampusPage) -> str:
    """The editor of a programme, or the matrix of all of them."""
    name = "events_programme" if isinstance(page, CampusPage) else "events_matrix"
    return reverse(name, args=[page.pk])


def _unsure(page: EditionPage | CampusPage, facts: Facts) -> Iterator[Lack]:
    if number := facts.unsure.get(page.pk):
        text = ngettext(
            "%(n)s session is still being prepared.",
            "%(n)s sessions are still being prepared.",
            number,
        )
        yield Lack(WARNING, text % {"n": number}, _inside(page))
