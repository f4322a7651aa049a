"""What the public sends: questions and supports, from a form or from our own script.

Neither needs an account nor a cookie, so there is nothing that a foreign page could borrow: a
signed mark of when the form was shown stands for Django's token, and requests that a browser says
to come from another site are refused.
"""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from events.models import PUBLIC_STATES, Question, SessionPage

from . import asking, supporting
from .views import session_at, wall
from .wall import questions_of, wall_of

#: Seconds to wait before sending again: a form sent too soon, a wall that is full, a flood.
SOON, LATER, MUCH_LATER = 4, 120, 900

View = Callable[[HttpRequest, SessionPage], HttpResponse]


def _endpoint(view: View) -> Callable[..., HttpResponse]:
    """Let ``view`` answer posts from our own pages; a link to it leads to the wall."""

    @csrf_exempt
    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def answer(request: HttpRequest, path: str) -> HttpResponse:
        page = session_at(request, path)
        if request.method != "POST":
            return redirect(f"{page.get_url(request)}questions/")
        if request.headers.get("Sec-Fetch-Site") == "cross-site":
            return HttpResponseForbidden(_("This form belongs to another site."))
        return view(request, page)

    return answer


@_endpoint
def ask(request: HttpRequest, page: SessionPage) -> HttpResponse:
    """Keep a question; say what is wrong with it without losing a word of it."""
    if asking.is_received(request.POST.get("key", "")):
        return _thanks(request, page)
    form = asking.AskForm(request.POST, page, request)
    valid = form.is_valid()
    if not wall_of(page).is_open:
        form.add_error(None, _("Questions are closed. Copy yours if you want to keep it."))
        return _refused(request, page, form, 403)
    if not valid:
        return _refused(request, page, form, 409 if form.again else 400, wait=SOON)
    if asking.is_full(page):
        form.add_error(None, _("Many questions wait to be read. Send yours in a few minutes."))
        return _refused(request, page, form, 429, wait=LATER)
    if not asking.guard.may_send(request):
        form.add_error(None, _("Many questions were sent from here. Send yours in an hour."))
        return _refused(request, page, form, 429, wait=MUCH_LATER)
    form.save()
    return _thanks(request, page)


@_endpoint
def support(request: HttpRequest, page: SessionPage) -> HttpResponse:
    """Count a support: of a device that keeps its mark, else of a network address."""
    question = _chosen(page, request.POST.get("question", ""))
    if not wall_of(page).is_open:
        return _told(request, page, _("Questions are closed."), 403)
    if not asking.guard.is_stamped(request.POST.get("mark", ""), page.pk):
        fault = _("This page had been open for too long. Support the question again.")
        return _told(request, page, fault, 409, mark=asking.guard.stamp(page.pk), wait=1)
    if not supporting.guard.may_send(request):
        return _told(request, page, _("Many supports came from here. Try again in an hour."), 429)
    if not _wants_json(request):
        counted = supporting.support_from(request, question)
        anchor = f"#question-{question.pk}"
        query = "" if counted else "?deja"
        return redirect(f"{page.get_url(request)}questions/{query}{anchor}")
    mark = request.POST.get("device", "")
    device = supporting.read_device(mark)
    if device is None:
        if not supporting.newcomers.may_send(request):
            return _told(request, page, _("Many supports came from here. Try later."), 429)
        mark = supporting.new_device()
        device = supporting.read_device(mark) or ""
    supporting.support(question, device)
    return JsonResponse({"device": mark, "question": question.pk})


def _chosen(page: SessionPage, number: str) -> Question:
    """The public question of this number, or the one that it was merged into; else 404."""
    key = int(number) if re.fullmatch(r"[0-9]{1,12}", number) else 0
    question = get_object_or_404(questions_of(page).select_related("merged_into"), pk=key)
    question = question.merged_into or question
    return get_object_or_404(questions_of(page), pk=question.pk, state__in=PUBLIC_STATES)


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == "application/json"


def _thanks(request: HttpRequest, page: SessionPage) -> HttpResponse:
    if _wants_json(request):
        return JsonResponse({"received": True}, status=201)
    return redirect(f"{page.get_url(request)}questions/?recue#merci")


def _refused(
    request: HttpRequest, page: SessionPage, form: asking.AskForm, status: int, wait: int = 0
) -> HttpResponse:
    """Say what is wrong: to our script with a fresh mark, to people in the form itself."""
    if not _wants_json(request):
        # As all the forms of the site: a page that was found, unless there is too much of it.
        return wall(page, request, form, status if status in (403, 429) else 200)
    errors = [str(error) for faults in form.errors.values() for error in faults]
    told = {"errors": errors, "mark": asking.guard.stamp(page.pk), "wait": wait}
    return JsonResponse(told, status=status)


def _told(
    request: HttpRequest, page: SessionPage, fault: str, status: int, **more: Any
) -> HttpResponse:
    if _wants_json(request):
        return JsonResponse({"errors": [fault], **more}, status=status)
    return wall(page, request, None, status, notice=fault)
