"""The moderators' desk: what was asked in a session, and what is decided of it in one tap."""

import re
from hashlib import sha256
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Locale

from events.models import Question, QuestionState, SessionPage
from events.programme.source import source_of

from . import moderating
from .rights import may_moderate
from .views import EVERY
from .wall import questions_of, wall_of

#: What the buttons of one question ask for; the last two need more than the question.
DECISIONS = {
    "accept": moderating.accept,
    "refuse": moderating.refuse,
    "put_back": moderating.put_back,
    "delete": lambda question: question.delete(),
}


@require_safe
def sessions(request: HttpRequest) -> HttpResponse:
    """List the sessions with questions that this person may moderate, the latest ones first."""
    pages = SessionPage.objects.filter(questions_open=True, locale=Locale.get_default())
    waiting = Count("questions", filter=Q(questions__state=QuestionState.WAITING))
    pages = pages.annotate(waiting=waiting).order_by("-waiting", "-last_published_at")
    found = [page for page in pages.defer("body", "aftermath") if may_moderate(request.user, page)]
    context = {"title": _("Questions of the public"), "sessions": found}
    return TemplateResponse(request, "events/live/desks.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def desk(request: HttpRequest, session: int) -> HttpResponse:
    """Show what was asked in ``session`` (a key); a post decides of a question, or of the wall."""
    page = get_object_or_404(SessionPage, pk=session)
    if not may_moderate(request.user, page):
        raise PermissionDenied
    fault = ""
    if request.method == "POST":
        try:
            anchor = _do(request, page)
            return redirect(f"{reverse('events_desk', args=[page.pk])}{anchor}")
        except ValidationError as error:
            fault = " ".join(error.messages)
    context = _context(request, page, fault)
    etag = _etag(context)
    # What follows a fault is for the person who made it.
    response = None if fault else get_conditional_response(request, etag=etag)
    if response is None:
        response = TemplateResponse(request, "events/live/desk.html", {**context, "etag": etag})
    response["ETag"] = etag
    return response


def _etag(context: dict[str, Any]) -> str:
    """A mark of what the desk shows: it asks for news every few seconds."""
    facts = [
        (each.pk, each.state, each.supports, each.text, each.answer, each.merged_into_id)
        for each in context["everything"]
    ]
    told = repr((get_language(), context["wall"], context["merging"], facts))
    return f'"{sha256(told.encode()).hexdigest()[:32]}"'


def _do(request: HttpRequest, page: SessionPage) -> str:
    """Do what the post asks for; return the anchor of what to look at next."""
    action = request.POST.get("action", "")
    if action in ("close", "open"):
        moderating.set_closed(source_of(page), action == "close")
        return ""
    question = _question(page, request.POST.get("question", ""))
    if action == "answer":
        moderating.answer(question, request.POST.get("answer", ""))
    elif action == "merge":
        moderating.merge(question, _question(page, request.POST.get("target", "")))
    elif action in DECISIONS:
        DECISIONS[action](question)
    else:
        raise ValidationError(_("This button is not known. Load the page again."))
    return "#waiting"


def _question(page: SessionPage, number: str) -> Question:
    found = None
    if re.fullmatch(r"[0-9]{1,12}", number):
        found = questions_of(page).filter(pk=int(number)).first()
    if found is None:
        raise ValidationError(_("This question is no longer there."))
    return found


def _context(request: HttpRequest, page: SessionPage, fault: str) -> dict[str, Any]:
    rows = list(questions_of(page).select_related("campus", "merged_into").defer("campus__body"))
    by_state: dict[str, list[Question]] = {state: [] for state in QuestionState.values}
    for each in rows:
        by_state[each.state].append(each)
    # The first to come is the first to be read.
    by_state["waiting"].sort(key=lambda each: each.pk)
    chosen = request.GET.get("fusionner", "")
    merging = next((each for each in rows if str(each.pk) == chosen), None)
    return {
        "title": _("Questions: %(session)s") % {"session": page.title},
        "session": page,
        "wall": wall_of(page),
        "everything": rows,
        "fault": fault,
        # What was typed and refused stands again where it was typed.
        "typed": request.POST.get("answer", "") if fault else "",
        "typed_for": request.POST.get("question", "") if fault else "",
        "merging": merging,
        "targets": [
            each
            for state in (QuestionState.ACCEPTED, QuestionState.WAITING, QuestionState.ANSWERED)
            for each in by_state[state]
            if each != merging
        ],
        "every": EVERY,
        "waiting_ones": by_state["waiting"],
        "accepted_ones": by_state["accepted"],
        "answered_ones": by_state["answered"],
        "put_away": by_state["refused"] + by_state["merged"],
    }
