"""Saved sessions: those who sign in keep theirs, and give others a link to read them."""

from dataclasses import replace
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ..models import SessionPlan
from .catalogue import Catalogue
from .desk import TOKEN, Desk
from .forms import WishForm
from .model_sessions import HIDDEN
from .plan import Plan
from .publishing import may_publish
from .query import LONGEST_TITLE, Saved, query_of, read_plan, state_of

MOST_PLANS = 200


def plan_of(saved: SessionPlan) -> Plan:
    """Return the session that was saved."""
    data = Saved(saved.state)
    return read_plan(data, WishForm({name: data.get(name) for name in data.lists}).wish())


def query_of_saved(saved: SessionPlan) -> str:
    """Return the address of the composer on a saved session, which saving then changes."""
    return f"{reverse('methods:composer')}?{query_of(plan_of(saved))}&{TOKEN}={saved.token}"


def saving_context(desk: Desk) -> dict[str, Any]:
    """Return what the composer says about saving: nothing is asked for visitors."""
    user = desk.request.user
    if not user.is_authenticated:
        return {"saved": None, "unchanged": False, "may_publish": False}
    saved = None
    if desk.token:
        saved = SessionPlan.objects.filter(owner=user, token=desk.token).first()
    return {
        "saved": saved,
        "unchanged": saved is not None and saved.state == state_of(desk.plan),
        "may_publish": may_publish(desk.request),
    }


def without_hidden(plan: Plan, catalogue: Catalogue) -> Plan:
    """Return the plan for others: methods they may not see keep their minutes, not their name."""
    items = [
        replace(item, method=HIDDEN) if item.method and item.method not in catalogue else item
        for item in plan.items
    ]
    return plan.with_items(items)


def login_first(request: HttpRequest, destination: str) -> HttpResponse:
    """Send somebody to sign in, then to ``destination``."""
    return redirect_to_login(destination)


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Save the session: over the saved one it comes from, when it is one's own, else anew."""
    desk = Desk.read(request)
    if not request.user.is_authenticated:
        return login_first(request, desk.address())
    if not desk.plan.items:
        return redirect("methods:composer")
    own = SessionPlan.objects.filter(owner=request.user)
    saved = own.filter(token=desk.token).first() if desk.token else None
    if saved is None:
        if own.count() >= MOST_PLANS:
            return desk.page(
                "methods/composer/full.html", title=_("Too many saved sessions"), limit=MOST_PLANS
            )
        saved = SessionPlan(owner=request.user)
    saved.title = desk.plan.title or _("Session without a title")
    saved.state = state_of(desk.plan)
    saved.save()
    desk.token = saved.token
    return desk.go(fragment="enregistrer") or redirect("methods:my_sessions")


@require_safe
def my_sessions(request: HttpRequest) -> HttpResponse:
    """List one's own saved sessions, the last changed first."""
    if not request.user.is_authenticated:
        return login_first(request, request.path)
    plans = [
        {"saved": saved, "plan": plan_of(saved), "address": query_of_saved(saved)}
        for saved in SessionPlan.objects.filter(owner=request.user)
    ]
    context = {"title": _("My sessions"), "plans": plans, "longest": LONGEST_TITLE}
    return render(request, "methods/composer/my_sessions.html", context)


@require_safe
def shared(request: HttpRequest, token: str) -> HttpResponse:
    """Show a saved session to whoever has its link."""
    saved = get_object_or_404(SessionPlan, token=token)
    desk = Desk.read(request)
    desk.plan = without_hidden(plan_of(saved), desk.catalogue)
    own = request.user.is_authenticated and saved.owner_id == request.user.pk
    return desk.page(
        "methods/composer/shared.html", title=saved.title, saved=saved, own=own, sheet=desk.sheet()
    )


def own_plan(request: HttpRequest, token: str) -> SessionPlan:
    """Return one's own saved session; that of somebody else does not exist (404)."""
    owner = request.user.pk or 0
    return get_object_or_404(SessionPlan, token=token, owner_id=owner)


@require_POST
def rename(request: HttpRequest, token: str) -> HttpResponse:
    """Give a saved session another title; an empty one changes nothing."""
    saved = own_plan(request, token)
    title = " ".join(request.POST.get("titre", "").replace("\0", "").split())[:LONGEST_TITLE]
    if title:
        saved.title = title
        saved.state = {**saved.state, "titre": [title]}
        saved.save()
    return redirect("methods:my_sessions")


@require_POST
def duplicate(request: HttpRequest, token: str) -> HttpResponse:
    """Keep a copy of a session that one may read among one's own."""
    source = get_object_or_404(SessionPlan, token=token)
    if not request.user.is_authenticated:
        return login_first(request, source.get_absolute_url())
    if SessionPlan.objects.filter(owner=request.user).count() < MOST_PLANS:
        title = _("%(title)s (copy)") % {"title": source.title[: LONGEST_TITLE - 10]}
        state = {**source.state, "titre": [title]}
        SessionPlan.objects.create(owner=request.user, title=title, state=state)
    return redirect("methods:my_sessions")


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, token: str) -> HttpResponse:
    """Ask, then delete a saved session for good."""
    saved = own_plan(request, token)
    if request.method == "POST":
        saved.delete()
        return redirect("methods:my_sessions")
    context = {"title": _("Delete this session?"), "saved": saved}
    return render(request, "methods/composer/delete.html", context)
