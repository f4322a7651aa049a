"""The pages that e-mails lead to: confirming, changing one's choices, stopping.

Programs that read e-mails before people do follow every link: a GET changes nothing. Whoever
holds a link owns the address; the link is the secret that stands for Django's token.
"""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from community.models import Follower, Rhythm
from community.pages import active_language, of_anybody

from . import asking
from .kinds import topics_named
from .tokens import follower_of, is_ours, manage_token, to_confirm

_either = require_http_methods(["GET", "HEAD", "POST"])


@csrf_exempt
@never_cache
@_either
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show what is about to be followed with a button, and begin when it is pressed."""
    follow = to_confirm(token)
    topics = topics_named(of_anybody(request), [(follow.kind, follow.key)]) if follow else []
    if follow is None or not topics:
        return _refused(request)
    done = request.method == "POST"
    if done:
        asking.confirm(follow, active_language())
    context = {
        "follow": follow,
        "topic": topics[0],
        "done": done,
        "token": manage_token(follow.follower),
    }
    return _answer(request, "community/following/confirm.html", context)


@csrf_exempt
@never_cache
@_either
def manage(request: HttpRequest, token: str) -> HttpResponse:
    """Show all that an address follows; change one rhythm, stop one thing or everything."""
    follower = follower_of(token)
    if follower is None:
        return _stopped(request) if is_ours(token) else _refused(request)
    if request.method == "POST":
        if request.POST.get("do") == "stop_all":
            asking.erase(follower)
            return _stopped(request)
        said = _change(follower, request)
        if not Follower.objects.filter(pk=follower.pk).exists():
            return _stopped(request)
        return redirect(f"{request.path}?{said}" if said else request.path)
    return _answer(
        request, "community/following/manage.html", {**_choices(request, follower), "token": token}
    )


@csrf_exempt
@never_cache
@_either
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop everything: at the press of a button, or of that of a mail program (RFC 8058).

    Pressed again, the answer is the same. A mail program sends no cookie and follows no redirect.
    """
    if not is_ours(token):
        return _refused(request)
    follower = follower_of(token)
    if follower is None:
        return _stopped(request)
    if request.method == "POST":
        asking.erase(follower)
        return _stopped(request)
    return _answer(
        request, "community/following/stop.html", {**_choices(request, follower), "token": token}
    )


def _change(follower: Follower, request: HttpRequest) -> str:
    """Do what a button of the page asks for; return what to say of it, empty for nothing done."""
    try:
        key = UUID(request.POST.get("follow", ""))
    except ValueError:
        return ""
    chosen = follower.follows.filter(pk=key).select_related("follower").first()
    rhythm = request.POST.get("rhythm")
    if chosen is not None and request.POST.get("do") == "stop":
        asking.stop(chosen)
        return "arrete"
    if chosen is not None and rhythm in Rhythm.values:
        follower.follows.filter(pk=key).update(rhythm=rhythm)
        return "change"
    return ""


def _choices(request: HttpRequest, follower: Follower) -> dict[str, Any]:
    follows = list(follower.follows.filter(confirmed_at__isnull=False))
    names = [(follow.kind, follow.key) for follow in follows]
    topics = {topic.name: topic for topic in topics_named(of_anybody(request), names)}
    said = {"arrete": _("It is no longer followed."), "change": _("The rhythm is changed.")}
    return {
        "address": follower.address,
        "follows": [(follow, topics.get((follow.kind, follow.key))) for follow in follows],
        "rhythms": Rhythm.choices,
        "said": next((words for name, words in said.items() if name in request.GET), ""),
    }


def _answer(
    request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    response = render(request, template, context, status=status)
    # The address of the page is a secret: it goes to nobody else.
    response["Referrer-Policy"] = "no-referrer"
    return response


def _stopped(request: HttpRequest) -> HttpResponse:
    return _answer(request, "community/following/stopped.html", {})


def _refused(request: HttpRequest) -> HttpResponse:
    """An altered link, one that is too old, or of something that is gone: nothing is told."""
    return _answer(request, "community/following/refused.html", {}, status=404)
