"""One team in the administration: coordinators see and repair it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods

from community.mail import language_of, post

from ..models import DefiPage, Membership, Team
from ..reports.addresses import link_address
from ..reports.links import make_link
from .coordinators import may_keep
from .desks import titles
from .forms import InvitationForm
from .handing import give_role, remove
from .invitations import invite
from .log import changes, note
from .members import team_of


@require_http_methods(["GET", "HEAD", "POST"])
def team(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the team of a défi; a post changes it."""
    defi = get_object_or_404(DefiPage, id=page_id)
    if not may_keep(request.user, defi):
        raise PermissionDenied
    form = InvitationForm(
        request.POST if "email" in request.POST else None, roles=Membership.Role.choices
    )
    if form.is_valid():
        asked = form.cleaned_data
        names = {"given": asked["given"], "family": asked["family"]}
        invite(team_of(defi), asked["email"], asked["role"], request.user, **names)
        messages.success(
            request, _("A message is on its way to %(who)s.") % {"who": asked["email"]}
        )
        return redirect("defis_team", page_id)
    if request.method == "POST" and "email" not in request.POST:
        _change(request, team_of(defi))
        return redirect("defis_team", page_id)
    places = Membership.objects.filter(team__defi__translation_key=defi.translation_key)
    context = {
        "team": Team.objects.filter(defi__translation_key=defi.translation_key).first(),
        "places": places.select_related("user").prefetch_related("links"),
        "roles": Membership.Role.choices,
        "form": form,
        "changes": changes(defi),
        **titles(_("Team"), defi.get_admin_display_title()),
    }
    return render(request, "defis/admin/teams/team.html", context)


def _change(request: HttpRequest, kept: Team) -> None:
    """Do what a button of the page of a team asks for; junk does nothing."""
    if "trust" in request.POST:
        kept.may_publish = request.POST["trust"] == "yes"
        kept.save(update_fields=["may_publish"])
        note(kept, "trust" if kept.may_publish else "distrust", request.user)
        messages.success(request, _("Saved."))
        return
    for action in ("remove", "give", "link"):
        place = _place(kept, request.POST.get(action, ""))
        if place is not None:
            _ACTIONS[action](request, place)
            return


def _place(kept: Team, key: str) -> Membership | None:
    if not (key.isascii() and key.isdigit() and len(key) < 10):
        return None
    return kept.memberships.select_related("user", "team__defi").filter(pk=int(key)).first()


def _remove(request: HttpRequest, place: Membership) -> None:
    who = place.shown_name
    remove(place, request.user)
    messages.success(request, _("%(who)s is no longer in the team.") % {"who": who})


def _give(request: HttpRequest, place: Membership) -> None:
    role = request.POST.get(f"role-{place.pk}", "")
    if role in Membership.Role.values:
        give_role(place, role, request.user)
        messages.success(
            request,
            _("%(who)s is now: %(role)s")
            % {"who": place.shown_name, "role": place.get_role_display()},
        )


def _link(request: HttpRequest, place: Membership) -> None:
    with override(language_of(place.user)):
        context = {"defi": place.team.defi, "link": link_address(make_link(place))}
    post("defis/mail/report_link.txt", place.user, context)
    note(place.team, "link", request.user, place.user)
    messages.success(
        request, _("A link to report is on its way to %(who)s.") % {"who": place.shown_name}
    )


_ACTIONS = {"remove": _remove, "give": _give, "link": _link}
