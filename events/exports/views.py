"""The exports at the address of a site, of an edition or of a session."""

from dataclasses import replace
from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from community.listing.responses import file_response
from community.pages.routing import visible_page_at
from events.models import CampusPage, EditionPage, SessionPage
from events.programme.entries import published_entries_of

from . import changes_feed, ics, schedule_json, schedule_xml
from .facts import Programme, clean
from .reading import address_of, items_of, read_programme

#: So many favourites are read; an address with more would be longer than servers take.
MOST = 90


@require_safe
def calendar(request: HttpRequest, address: str) -> HttpResponse:
    """Return the programme at ``address`` as a calendar."""
    programme = _programme(request, address)
    return _calendar(request, programme, f"{programme.slug}.ics")


@require_safe
def favourites(request: HttpRequest, address: str) -> HttpResponse:
    """Return the slots of the programme at ``address`` that ``?cle=…&cle=…`` names.

    The whole choice is in the address: it needs no account, and may be subscribed to. A key that
    names nothing here is passed over.
    """
    programme, chosen = _programme(request, address), _keys(request)
    items = tuple(item for item in programme.items if item.key in chosen)
    name = _("My choice: %(page)s") % {"page": programme.name}
    return _calendar(request, replace(programme, name=name, items=items), "favoris.ics")


@require_safe
def session_calendar(request: HttpRequest, address: str) -> HttpResponse:
    """Return when the session at ``address`` takes place; with ``?cle=…``, there only."""
    session = visible_page_at(request, address)
    if not isinstance(session, SessionPage):
        raise Http404
    items = items_of(request, published_entries_of(request, session, withdrawn=True))
    chosen = _keys(request)
    if chosen:
        items = tuple(item for item in items if item.key in chosen)
    name, url = clean(session.title), address_of(request, session)

    write = partial(ics.to_ics, name, items, url)
    return file_response(request, (name, url, items), write, ics.TYPE, "seance.ics")


@require_safe
def xml(request: HttpRequest, address: str) -> HttpResponse:
    """Return the programme at ``address`` for conference applications."""
    programme = _programme(request, address)
    write = partial(schedule_xml.to_xml, programme)
    return file_response(request, programme, write, schedule_xml.TYPE)


@require_safe
def json(request: HttpRequest, address: str) -> HttpResponse:
    """Return the programme at ``address`` for conference applications and programs."""
    programme = _programme(request, address)
    write = partial(schedule_json.to_json, programme)
    return file_response(request, programme, write, schedule_json.TYPE)


@require_safe
def changes(request: HttpRequest, address: str) -> HttpResponse:
    """Return what changed in the programme at ``address``, as an Atom feed."""
    found = changes_feed.read_changes(request, _place(request, address))
    write = partial(changes_feed.to_atom, found)
    return file_response(request, found, write, changes_feed.TYPE)


def _calendar(request: HttpRequest, programme: Programme, filename: str) -> HttpResponse:
    write = partial(ics.to_ics, programme.name, programme.items, programme.url)
    return file_response(request, programme, write, ics.TYPE, filename)


def _programme(request: HttpRequest, address: str) -> Programme:
    return read_programme(request, _place(request, address))


def _place(request: HttpRequest, address: str) -> CampusPage | EditionPage:
    page = visible_page_at(request, address)
    if not isinstance(page, CampusPage | EditionPage):
        raise Http404
    return page


def _keys(request: HttpRequest) -> set[UUID]:
    found = set()
    for text in request.GET.getlist("cle")[:MOST]:
        try:
            found.add(UUID(text))
        except ValueError:
            continue
    return found
