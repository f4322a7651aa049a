"""What everybody reads of the questions of a session: the wall, its list, the screen."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import (
    add_never_cache_headers,
    get_conditional_response,
    patch_cache_control,
)
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from community.pages import CommunityPage, active_language, is_visible
from community.pages.homes import HOME_DEPTH
from community.printing.qr import qr
from events.models import SessionPage

from .asking import AskForm
from .wall import MOST_ON_SCREEN, public_list, wall_of

#: How often a page that is being read asks for news, in seconds; less and less when there is none.
EVERY = 10


def session_at(request: HttpRequest, path: str) -> SessionPage:
    """Return the session whose page is at ``path``; 404 without a wall, or if not for everybody.

    One query for the page: every telephone of a room asks for it every few seconds.
    """
    slugs = path.strip("/").split("/")
    # The address of the home page is one part, whatever it is called in the tree.
    pages = SessionPage.objects.filter(
        slug=slugs[-1], depth=HOME_DEPTH + len(slugs), url_path__endswith=f"/{path}"
    )
    for page in pages.select_related("locale").defer("body", "aftermath"):
        here = page.locale.language_code == active_language() and page.questions_open
        if here and is_visible(request, page):
            return page
    raise Http404("No questions at this address.")


def wall(
    page: SessionPage,
    request: HttpRequest,
    form: AskForm | None = None,
    status: int = 200,
    notice: Any = "",
) -> HttpResponse:
    """Show the questions of ``page`` and the form to ask one; ``notice`` is told above them."""
    if not page.questions_open:
        raise Http404("No questions on this page.")
    if "recue" in request.GET:
        notice = _("Thank you. Somebody reads your question before everybody can.")
    elif "deja" in request.GET:
        notice = _("This question already had your support, or that of somebody on your network.")
    context = {
        "form": form or AskForm(None, page, request),
        "notice": notice,
        **_listed(request, page),
        "wall": wall_of(page),
    }
    response = _shown("events/live/wall.html", page, request, context, status)
    add_never_cache_headers(response)
    return response


@require_safe
def news(request: HttpRequest, path: str) -> HttpResponse:
    """Return the list of questions alone; 304 as long as what the reader has is good."""
    page = session_at(request, path)
    context = _listed(request, page)
    etag = context["listed"].etag
    response = get_conditional_response(request, etag=etag)
    if response is None:
        screen = request.GET.get("pour") == "ecran"
        template = "events/live/on_screen.html" if screen else "events/live/list.html"
        response = TemplateResponse(request, template, {"page": page, **context})
    response["ETag"] = etag
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, no_cache=True)
    return response


def screen(page: SessionPage, request: HttpRequest) -> HttpResponse:
    """Show the questions to a room: large, without anything to press."""
    if not page.questions_open:
        raise Http404("No questions on this page.")
    address = f"{page.get_full_url(request)}questions/"
    context = {
        **_listed(request, page),
        "path": f"{page.get_url(request)}questions/",
        "address": address.partition("://")[2],
        # Drawn by segno from an address of ours.
        "code": mark_safe(qr(address, scalable=True)),  # noqa: S308
    }
    return _shown("events/live/screen.html", page, request, context)


def _listed(request: HttpRequest, page: SessionPage) -> dict[str, Any]:
    listed = public_list(request, page)
    return {
        "listed": listed,
        "wall": listed.wall,
        "first_ones": listed.asked[:MOST_ON_SCREEN],
        "every": EVERY,
        "address": f"{page.get_url(request)}questions/",
    }


def _shown(
    template: str, page: SessionPage, request: HttpRequest, more: dict[str, Any], status: int = 200
) -> TemplateResponse:
    # Not the context of the session's own page, which reads all that this one does not show.
    context = {**CommunityPage.get_context(page, request), **more}
    return TemplateResponse(request, template, context, status=status)
