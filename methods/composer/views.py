"""The composer, the run sheet and the timer. Nothing here writes anything.

The session is in the query string; its form is posted, so that no note is too long for it, and
answered by a redirection to the new address. A session too long for an address is shown as the
answer to the form itself and goes on from form to form. Posting changes nothing on the server, so
that no token against forgery is asked for, and visitors get no cookie.
"""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from community.pages import index_page

from ..models import ModelSessionIndexPage
from .catalogue import Fact
from .compose import compose
from .desk import METHOD, ORDER, Desk
from .forms import WishForm
from .frame import LUNCH
from .orders import HEAD, KINDS, perform
from .plan import Item, Kind
from .printing import cards_url
from .ranking import additions
from .saved import saving_context
from .searching import matching

SEPARATOR = " · "
SHOWN = {
    "run_sheet": "methods/composer/run_sheet.html",
    "timer": "methods/composer/timer.html",
}
read_or_form = require_http_methods(["GET", "HEAD", "POST"])


@csrf_exempt
@read_or_form
def composer(request: HttpRequest) -> HttpResponse:
    """Ask what the session should be, propose one, and let people change it."""
    desk = Desk.read(request)
    if not desk.plan.items:
        return propose(desk)
    order = desk.data.get(ORDER, "")
    if order or request.method == "POST":
        desk.plan, fragment = perform(desk.plan, desk.catalogue, order)
        # Where the wish is not understood the page says so, with what was typed.
        answer = desk.go(fragment=fragment) if desk.form.is_valid() else None
        if answer is not None:
            return answer
    found = matching(desk.search, desk.catalogue, desk.plan)
    return desk.page(
        "methods/composer/session.html",
        title=desk.plan.title or _("My session"),
        sheet=desk.sheet(swaps=True),
        additions=found if desk.search else additions(desk.plan, desk.catalogue),
        kinds=[kind for kind in Kind if kind != Kind.METHOD],
        **saving_context(desk),
    )


def propose(desk: Desk) -> HttpResponse:
    """Compose a session for a wish, or ask for the wish."""
    chosen = desk.catalogue.get(desk.data.get(METHOD, ""))
    if desk.asked and desk.form.is_valid():
        kept: tuple[Item, ...] = ()
        if chosen is not None:
            low, high = chosen.range
            kind = KINDS.get(chosen.part, Kind.METHOD)
            kept = (Item(kind, min(max(low, LUNCH // 2), high), chosen.key, locked=True),)
        items = compose(desk.plan.wish, desk.catalogue, kept)
        desk.plan = desk.plan.with_items(items)
        answer = desk.go(fragment=HEAD)
        if answer is not None:
            return answer
    if not desk.asked:
        desk.form = blank_form(desk, chosen)
    index = index_page(desk.request, ModelSessionIndexPage)
    models_url = index.get_url(desk.request) if index else ""
    return desk.page(
        "methods/composer/ask.html",
        title=_("Compose a session"),
        chosen=chosen,
        models_url=models_url,
    )


def blank_form(desk: Desk, chosen: Fact | None) -> WishForm:
    """Return the form of a wish, filled with what the link that led here knows already."""
    usual = {"duree": "2 h", "personnes": "12", "famille": chosen.family if chosen else ""}
    known = {name: desk.data.get(name, "") for name in WishForm.base_fields}
    return WishForm(initial={**usual, **{name: value for name, value in known.items() if value}})


@csrf_exempt
@read_or_form
def run_sheet(request: HttpRequest) -> HttpResponse:
    """Show the session as one prints it: times, groups, notes, material, roles."""
    return _shown(request, "run_sheet", _("Run sheet"))


@csrf_exempt
@read_or_form
def timer(request: HttpRequest) -> HttpResponse:
    """Show the time that is left, piece after piece; the script asks nothing of the server."""
    return _shown(request, "timer", _("Timer"))


def _shown(request: HttpRequest, name: str, title: str) -> HttpResponse:
    desk = Desk.read(request)
    if not desk.plan.items:
        return redirect("methods:composer")
    if request.method == "POST":
        answer = desk.go(name)
        if answer is not None:
            return answer
    if not desk.form.is_valid():
        desk.plan = replace(desk.plan, wish=replace(desk.plan.wish, minutes=desk.plan.total))
    heading, sheet = desk.plan.title or _("My session"), desk.sheet()
    title = f"{title}{SEPARATOR}{heading}"
    return desk.page(SHOWN[name], title=title, heading=heading, sheet=sheet, cards=cards_url(sheet))
