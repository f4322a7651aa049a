"""The pages that ask before a team changes: role, removal, handing over, leaving."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from ..models import Membership
from .forms import HandOverForm, RoleForm
from .handing import LastPorteur, ask_for_successor, give_role, hand_over, leave, remove
from .rights import is_last_porteur, may_change, may_hand_over, roles_given_by
from .views import methods, place_of


def colleague(me: Membership, member: int) -> Membership:
    """Return the place ``member`` of the same team; 404 when there is none."""
    places = Membership.objects.filter(team=me.team_id).select_related("user", "team__defi")
    return get_object_or_404(places, pk=member)


@never_cache
@login_required
@methods
def role(request: HttpRequest, pk: int, member: int) -> HttpResponse:
    """Give a colleague another role."""
    me = place_of(request, pk)
    other = colleague(me, member)
    if not may_change(me, other):
        raise Http404
    form = RoleForm(request.POST or None, roles=roles_given_by(me), initial={"role": other.role})
    if form.is_valid():
        give_role(other, form.cleaned_data["role"], me.user)
        messages.success(
            request,
            _("%(who)s is now: %(role)s")
            % {"who": other.shown_name, "role": other.get_role_display()},
        )
        return redirect("defis:team", pk=pk)
    title = _("Which role for %(who)s?") % {"who": other.shown_name}
    return _confirm(request, me, title, button=_("Give this role"), form=form)


@never_cache
@login_required
@methods
def remove_colleague(request: HttpRequest, pk: int, member: int) -> HttpResponse:
    """Take a colleague out of the team."""
    me = place_of(request, pk)
    other = colleague(me, member)
    if not may_change(me, other):
        raise Http404
    who = other.shown_name
    if request.method == "POST":
        remove(other, me.user)
        messages.success(request, _("%(who)s is no longer in the team.") % {"who": who})
        return redirect("defis:team", pk=pk)
    title = _("Remove %(who)s from the team?") % {"who": who}
    text = _("The links to report sent to this person no longer serve. What they wrote stays.")
    return _confirm(request, me, title, text, button=_("Remove from the team"))


@never_cache
@login_required
@methods
def pass_on(request: HttpRequest, pk: int, member: int) -> HttpResponse:
    """Hand the défi over to a colleague."""
    me = place_of(request, pk)
    other = colleague(me, member)
    if not may_hand_over(me, other):
        raise Http404
    form = HandOverForm(request.POST or None)
    if form.is_valid():
        stays = form.cleaned_data["after"] == "stay"
        hand_over(me, other, stays=stays)
        messages.success(
            request, _("The défi is handed over to %(who)s.") % {"who": other.shown_name}
        )
        return redirect("defis:team", pk=pk) if stays else redirect("space")
    title = _("Hand the défi over to %(who)s?") % {"who": other.shown_name}
    text = _("They become porteur, and are asked for news in your place. They are told by e-mail.")
    return _confirm(request, me, title, text, button=_("Hand over"), form=form)


@never_cache
@login_required
@methods
def quit_team(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave the team; the last porteur hands over first, or asks the coordination."""
    me = place_of(request, pk)
    if request.method == "POST":
        try:
            leave(me)
        except LastPorteur:
            ask_for_successor(me)
            messages.info(request, _("The coordination is told that you need a successor."))
            return redirect("defis:team", pk=pk)
        messages.success(request, _("You have left the team."))
        return redirect("space")
    if is_last_porteur(me):
        title = _("You are the last porteur of this défi")
        text = _(
            "Hand it over to a colleague, whom you may add on the page of the team. Nobody? "
            "Tell the coordination: it will look for somebody."
        )
        return _confirm(request, me, title, text, button=_("Tell the coordination"))
    text = _("You will get no reminder about this défi any more. What you wrote stays.")
    return _confirm(request, me, _("Leave the team?"), text, button=_("Leave the team"))


def _confirm(
    request: HttpRequest,
    me: Membership,
    title: str,
    text: str = "",
    *,
    button: str,
    form: Any = None,
) -> HttpResponse:
    context = {"title": title, "text": text, "button": button, "form": form, "defi": me.team.defi}
    return render(request, "defis/teams/confirm.html", context)
