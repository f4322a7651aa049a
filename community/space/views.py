"""The space of somebody who signed in, and their account."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from community.accounts.sessions import end_other_sessions
from community.following import personal as following
from community.plugins import render_section, space_panels

from .forms import AccountForm


@never_cache
@login_required
def space(request: HttpRequest) -> HttpResponse:
    """Show what each plugin has for this person."""
    every = [*space_panels(request), following.panel()]
    rendered: list[SafeString] = [render_section(panel, request) for panel in every]
    panels = [html for html in rendered if html]
    return render(request, "community/space/space.html", {"panels": panels})


@never_cache
@login_required
def account(request: HttpRequest) -> HttpResponse:
    """Show and change the name and the language, and lead to what opens the account."""
    form = AccountForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your account is saved."))
        return redirect("space_account")
    return render(request, "community/space/account.html", {"form": form})


@require_POST
@login_required
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """End all the other sessions of the account; this one goes on."""
    end_other_sessions(request)
    messages.success(request, _("You are signed out everywhere else."))
    return redirect("space_account")
