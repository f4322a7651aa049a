"""The page by which somebody invited refuses, without an account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from .invitations import decline, invitation


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def decline_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Ask whether to refuse the invitation of ``token``; a post refuses it.

    The link is in an e-mail: opening it does nothing, since programs that look for viruses do.
    """
    place = invitation(token)
    context = {"title": _("Refuse an invitation"), "place": place, "refused": False}
    if place is None:
        return render(request, "defis/teams/decline.html", context, status=410)
    context["defi"] = place.team.defi
    if request.method == "POST":
        decline(place)
        context["refused"] = True
    return render(request, "defis/teams/decline.html", context)
