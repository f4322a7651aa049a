"""The pages that the links of an e-mail open, without an account: fewer reminders, a new link.

Opening a link changes nothing: mail servers open all of them to look for viruses. The signed
address is what gives the right, not a cookie, so no other site can make a visitor send these forms:
they need no CSRF token, and no cookie is set.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from community.security.guard import Guard

from ..models import Membership
from ..reports.links import LinkRefused, Reason, read_link
from .cases import current_settings
from .forms import PauseForm
from .letters import post_new_link

#: New links asked for from one network address in an hour.
GUARD = Guard("defis.new_link", limit=10)


def _member(token: str) -> tuple[Membership, bool]:
    """Return whose link it is, and whether it still opens the report.

    Raises LinkRefused when it was altered or revoked: an old e-mail still stops reminders, a
    link that somebody took back does not.
    """
    try:
        return read_link(token).membership, True
    except LinkRefused as refused:
        if refused.link is None or refused.reason == Reason.REVOKED:
            raise
        return refused.link.membership, False


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def reminders(request: HttpRequest, token: str) -> HttpResponse:
    """Let one member pause, stop or take up reminders about one défi."""
    try:
        member, serves = _member(token)
    except LinkRefused:
        return render(request, "defis/reminders/refused.html", status=404)
    form = PauseForm()
    if request.method == "POST":
        # What a mailbox sends when its own "unsubscribe" is pressed (RFC 8058): no page to follow.
        one_click = request.POST.get("List-Unsubscribe") == "One-Click"
        action = "stop" if one_click else request.POST.get("action", "")
        if action == "pause":
            form = PauseForm(request.POST)
        if _decide(member, action, form) and not one_click:
            return redirect(f"{request.path}?fait=oui")
    context = {
        "defi": member.team.defi,
        "member": member,
        "paused": member.reminders_paused_until,
        "form": form,
        "token": token,
        "serves": serves,
        "done": "fait" in request.GET,
    }
    return render(request, "defis/reminders/reminders.html", context)


def _decide(member: Membership, action: str, form: PauseForm) -> bool:
    """Write what a member chose; return whether it was one of the choices, well filled in."""
    if action == "pause" and form.is_valid():
        member.reminders_stopped = False
        member.reminders_paused_until = form.cleaned_data["until"]
    elif action in ("stop", "resume"):
        member.reminders_stopped = action == "stop"
        member.reminders_paused_until = None
    else:
        return False
    member.save(update_fields=["reminders_stopped", "reminders_paused_until"])
    return True


@csrf_exempt
@never_cache
@require_POST
def new_link(request: HttpRequest, token: str) -> HttpResponse:
    """Send a new link to the address that got the old one, and say the same whatever it was."""
    if not GUARD.may_send(request):
        return render(request, "defis/reminders/too_many.html", status=429)
    try:
        member, _serves = _member(token)
    except LinkRefused:
        pass
    else:
        if member.user.is_active:
            post_new_link(member, current_settings())
    return render(request, "defis/reminders/new_link.html")
