"""The two pages of “J'ai testé”: the form, and the thanks."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from community.pages import CommunityPage

from ..models import MethodPage
from .forms import TrialForm, guard


def ask(page: MethodPage, request: HttpRequest) -> HttpResponse:
    """Show the form of ``page``; keep what it says, then thank. Faults keep what was typed."""
    if request.method not in ("GET", "HEAD", "POST"):
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    sent = request.method == "POST"
    form = TrialForm(request.POST if sent else None, page, request)
    status = 200
    if sent and form.is_valid():
        if guard.may_send(request):
            form.save()
            return redirect(f"{page.get_url(request)}jai-teste/merci/")
        form.add_error(None, _("Many tests were sent from here. Send yours again in an hour."))
        status = 429
    response = _shown("methods/trial/form.html", page, request, status, form=form)
    add_never_cache_headers(response)
    return response


def thank(page: MethodPage, request: HttpRequest) -> HttpResponse:
    """Say that the test will be read before it is published."""
    return _shown("methods/trial/thanks.html", page, request, 200)


def _shown(
    template: str, page: MethodPage, request: HttpRequest, status: int, **more: Any
) -> TemplateResponse:
    # Not the context of the method's own page, which reads all that this one does not show.
    context = {**CommunityPage.get_context(page, request), **more}
    return TemplateResponse(request, template, context, status=status)
