"""The two doors of the form: a signed link, or an account; and what is said to those who stay out.

A page behind a signed link is kept by nobody, found by no search engine, and tells no other site
where its reader came from: its address is a key.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from community.security.headers import forbid_copies

from ..models import DefiPage
from ..teams import membership_of
from .links import LinkRefused, Reason
from .marks import read_mark
from .receiving import keep_posted
from .reporter import Reporter, by_link
from .sent import sent_draft, sent_page

View = Callable[..., HttpResponse]
#: What is refused for good is gone; what never was a key is forbidden.
STATUS = {Reason.ALTERED: 403, Reason.REVOKED: 410, Reason.EXPIRED: 410, Reason.USED: 410}


def with_link(view: View) -> View:
    """Let ``view(request, reporter, …)`` answer at an address that holds a signed link."""

    @csrf_exempt  # The signed mark of the form stands for Django's token, see ``marks``.
    @never_cache
    @wraps(view)
    def answer(request: HttpRequest, token: str, **more: Any) -> HttpResponse:
        if _is_foreign(request):
            return HttpResponseForbidden(_("This form belongs to another site."))
        try:
            response = view(request, by_link(token), **more)
        except LinkRefused as refused:
            response = _sent_before(request, refused, token) or refuse(request, refused, token)
        return _hidden(response)

    return answer


def with_account(view: View) -> View:
    """Let ``view(request, reporter, …)`` answer to the members of a team who signed in."""

    @csrf_exempt  # As above; and what is typed after the end of a session is not lost.
    @never_cache
    @wraps(view)
    def answer(request: HttpRequest, pk: int, **more: Any) -> HttpResponse:
        if _is_foreign(request):
            return HttpResponseForbidden(_("This form belongs to another site."))
        if not request.user.is_authenticated:
            return _hidden(_signed_out(request))
        place = membership_of(request.user, get_object_or_404(DefiPage, pk=pk))
        if place is None:
            return _hidden(render(request, "defis/reports/not_a_member.html", status=403))
        return _hidden(view(request, Reporter(place), **more))

    return answer


def _is_foreign(request: HttpRequest) -> bool:
    return request.method == "POST" and request.headers.get("Sec-Fetch-Site") == "cross-site"


def wants_json(request: HttpRequest) -> bool:
    """Return whether our own script asks."""
    return request.headers.get("Accept") == "application/json"


def _hidden(response: HttpResponse) -> HttpResponse:
    response.headers.setdefault("Referrer-Policy", "no-referrer")
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    forbid_copies(response)
    return response


def _signed_out(request: HttpRequest) -> HttpResponse:
    """Send to the door somebody whose session has ended, once what they typed is safe."""
    mark = read_mark(request.POST.get("mark", "")) if request.method == "POST" else None
    if mark is not None:
        keep_posted(request, mark)
    response = redirect_to_login(request.get_full_path())
    if wants_json(request):
        return JsonResponse({"signed_out": response.url, "kept": mark is not None}, status=401)
    return response


def _sent_before(request: HttpRequest, refused: LinkRefused, token: str) -> HttpResponse | None:
    """Show again that it was sent, when a link that has served sends the same once more."""
    if refused.reason != Reason.USED or refused.link is None:
        return None
    reporter = Reporter(refused.link.membership, refused.link, token)
    mark = read_mark(request.POST.get("mark", "") or request.GET.get("envoye", ""))
    draft = sent_draft(mark, reporter.membership)
    if draft is None:
        return None
    if wants_json(request):
        return JsonResponse({"next": f"{reporter.address}?envoye={mark}"})
    return sent_page(request, reporter, draft)


def refuse(request: HttpRequest, refused: LinkRefused, token: str) -> HttpResponse:
    """Say why a link opens nothing, and what to do; what was typed is given back to copy."""
    status = STATUS[refused.reason]
    if wants_json(request):
        return JsonResponse({"refused": refused.reason}, status=status)
    context = {
        "reason": refused.reason,
        "defi": refused.link.membership.team.defi if refused.link else None,
        # Whoever withdrew a link did not want another one to be asked for.
        "token": token if refused.reason in (Reason.EXPIRED, Reason.USED) else "",
        "typed": [value for value in map(request.POST.get, ("text", "learnt")) if value],
    }
    return render(request, "defis/reports/refused.html", context, status=status)
