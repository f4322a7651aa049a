"""The pages where one asks to follow something. Nobody needs an account, nor gets a cookie."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from community.pages import CommunityPage, active_language, of_anybody
from community.plugins import Topic

from .asking import ask
from .feed import topic_feed
from .forms import FollowForm, guard
from .kinds import kinds, topic_at, topics_named
from .tokens import TO_CONFIRM


@csrf_exempt  # A signed mark of when the form was shown stands for Django's token.
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Ask for an address, and write to it; the answer is the same whoever is known here."""
    topic = _topic(request, kind, key)
    if request.method != "POST":
        known = request.user.email if request.user.is_authenticated else ""
        return _shown(request, topic, FollowForm(None, topic, known))
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        return HttpResponseForbidden(_("This form belongs to another site."))
    form = FollowForm(request.POST, topic)
    if not form.is_valid():
        return _shown(request, topic, form)
    if not guard.may_send(request):
        form.add_error(None, _("Many requests came from here. Send yours again in an hour."))
        return _shown(request, topic, form, 429)
    answers = form.cleaned_data
    ask(answers["address"], topic, answers["rhythm"], active_language())
    return redirect("follow_asked", kind, key)


@require_safe
def asked(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Say that an e-mail was sent, with the link that confirms."""
    context = {"topic": _topic(request, kind, key), "days": TO_CONFIRM.days}
    return render(request, "community/following/asked.html", context)


@require_safe
def feed(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Return the latest news as an Atom document, the same for everybody."""
    return topic_feed(request, _topic(request, kind, key))


def _topic(request: HttpRequest, kind: str, key: str) -> Topic:
    """What the address names, for anybody: what is private is not followed."""
    topic = topic_at(of_anybody(request), kind, key)
    if topic is None:
        raise Http404("Nothing to follow at this address.")
    return topic


def _shown(request: HttpRequest, topic: Topic, form: FollowForm, status: int = 200) -> HttpResponse:
    others = topic.source.also_followed() if isinstance(topic.source, CommunityPage) else []
    context: dict[str, Any] = {
        "topic": topic,
        "heading": kinds()[topic.kind].label,
        "form": form,
        "feed": request.build_absolute_uri(reverse("follow_feed", args=[topic.kind, topic.key])),
        "others": topics_named(of_anybody(request), others),
    }
    return render(request, "community/following/follow.html", context, status=status)
