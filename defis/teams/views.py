"""The page of a team, for its members; for anybody else there is none."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from community.security.guard import Guard

from ..models import DefiPage, Membership
from .forms import InvitationForm
from .invitations import invite
from .members import membership_of
from .rights import may_change, may_hand_over, may_manage, roles_given_by

#: How many colleagues one account asks in from one place, in an hour.
INVITATIONS = 20
methods = require_http_methods(["GET", "HEAD", "POST"])


def place_of(request: HttpRequest, pk: int) -> Membership:
    """Return the place of whoever asks in the team of the défi ``pk``; 404 without one."""
    place = membership_of(request.user, get_object_or_404(DefiPage, id=pk))
    if place is None:
        raise Http404
    return place


@never_cache
@login_required
@methods
def team(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who is in the team; a post invites a colleague."""
    me = place_of(request, pk)
    form = None
    if may_manage(me):
        form = InvitationForm(request.POST or None, roles=roles_given_by(me))
        if request.method == "POST" and form.is_valid():
            return _invite(request, me, form)
    elif request.method == "POST":
        raise Http404
    context = {
        "title": _("Team"),
        "defi": me.team.defi,
        "me": me,
        "rows": _rows(me),
        "form": form,
        "may_publish": me.team.may_publish,
    }
    return render(request, "defis/teams/team.html", context)


def _invite(request: HttpRequest, me: Membership, form: InvitationForm) -> HttpResponse:
    if not Guard(f"defis.teams.{me.user_id}", limit=INVITATIONS).may_send(request):
        form.add_error(None, _("That is many invitations at once. Try again in an hour."))
        context = {"title": _("Team"), "defi": me.team.defi, "me": me, "rows": _rows(me)}
        context |= {"form": form, "may_publish": me.team.may_publish}
        return render(request, "defis/teams/team.html", context, status=429)
    asked = form.cleaned_data
    invite(
        me.team,
        asked["email"],
        asked["role"],
        me.user,
        given=asked["given"],
        family=asked["family"],
    )
    # The same answer whether or not there was an account, or a place in this team.
    messages.success(request, _("A message is on its way to %(who)s.") % {"who": asked["email"]})
    return redirect("defis:team", pk=me.team.defi_id)


def _rows(me: Membership) -> list[dict[str, Any]]:
    """The members with what ``me`` may do to each; the address of those that one has invited."""
    places = me.team.memberships.select_related("user").prefetch_related("links")
    return [
        {
            "place": place,
            "is_me": place.pk == me.pk,
            "may_change": may_change(me, place),
            "may_hand_over": may_hand_over(me, place),
            "address": _address_for(me, place),
        }
        for place in places
    ]


def _address_for(me: Membership, place: Membership) -> str:
    """An address is shown to whoever typed it, until the person has come."""
    invited = place.invited_by_id == me.user_id and place.pk != me.pk
    return place.user.email if invited and not place.has_come else ""
