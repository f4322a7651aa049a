"""The form: reading it, keeping what is typed, looking at it as it will be, sending it."""

import uuid
from contextlib import suppress
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods

from ..audience import Audience
from ..models import ReportDraft, State
from . import drafts
from .doors import wants_json, with_account, with_link
from .known import known as what_is_known
from .marks import Mark, read_mark
from .receiving import keep_posted
from .report import Report
from .reporter import Reporter
from .returned import Returned, returned_to
from .sending import AlreadySent, draw_up, send
from .sent import sent_draft, sent_page

#: What the e-mail asks in one tap: the state that it chooses beforehand, if any.
ANSWERS = {"en-cours": None, "rien-de-neuf": None, "arrete": State.STOPPED}


@require_http_methods(["GET", "HEAD", "POST"])
def _report(request: HttpRequest, reporter: Reporter) -> HttpResponse:
    if request.method == "POST":
        return _receive(request, reporter)
    sent = sent_draft(read_mark(request.GET.get("envoye", "")), reporter.membership)
    return sent_page(request, reporter, sent) if sent else _show(request, reporter)


report_by_link, report = with_link(_report), with_account(_report)


def _receive(request: HttpRequest, reporter: Reporter) -> HttpResponse:
    """Keep what came, then do what was asked for; the answer is always an address to go to."""
    mark = read_mark(request.POST.get("mark", ""))
    if mark is None:
        return _not_ours(request, reporter, 400)
    if mark.membership != reporter.membership.pk:
        # Somebody else's page, left open on a shared phone: theirs is what was typed in it.
        keep_posted(request, mark)
        return _not_ours(request, reporter, 403)
    draft = keep_posted(request, mark)
    if draft is None:
        return _not_ours(request, reporter, 403)
    query = f"?envoye={mark}" if draft.sent_at else _done(request, reporter, draft, mark)
    if query is None:
        return _saved(request, reporter, draft)
    if wants_json(request):
        return JsonResponse({"next": f"{reporter.address}{query}"})
    return redirect(f"{reporter.address}{query}")


def _done(request: HttpRequest, reporter: Reporter, draft: ReportDraft, mark: Mark) -> str | None:
    """Do what the button says; return the query of what to show next, ``None`` for a draft."""
    action, back = request.POST.get("action"), _again(mark)
    if action not in ("nothing-new", "preview", "send"):
        return None
    report, returned = _at_hand(request, reporter, draft)
    quick = action == "nothing-new" and not report.says_something and report.tale.is_valid()
    if quick or (action == "send" and not report.faults):
        # Sent by the same form a moment ago: the page that says so is the right one as well.
        with suppress(AlreadySent):
            send(reporter, draft, report, returned)
        return f"?envoye={mark}"
    return f"?etape=apercu{back}"


def _again(mark: Mark) -> str:
    return f"&reprise={mark.returned}" if mark.returned else ""


def _at_hand(
    request: HttpRequest, reporter: Reporter, draft: ReportDraft | None, returned: Any = None
) -> tuple[Report, Returned | None]:
    """The report as it stands: what is known, and what the draft holds on top of it."""
    known = what_is_known(reporter, request)
    if draft is not None and draft.returned_id:
        returned = returned_to(reporter, str(draft.returned_id))
    data = dict(draft.data) if draft and draft.data else {}
    if returned is not None:
        known = returned.known(known)
        data = data or returned.start
    if state := ANSWERS.get(request.GET.get("reponse", "")):
        data = {**data, "state": state.value}
    files = list(draft.files.all()) if draft else []
    return Report(known, data, files), returned


def _show(request: HttpRequest, reporter: Reporter) -> HttpResponse:
    """Show the form, or the preview of what was typed once nothing is wrong with it."""
    mine = drafts.open_drafts(reporter.membership)
    returned = returned_to(reporter, request.GET.get("reprise", ""))
    draft = mine.filter(returned=returned.page if returned else None).first()
    key = draft.key if draft else uuid.uuid4()
    mark = Mark(reporter.membership.pk, key, returned.page.pk if returned else None)
    report, returned = _at_hand(request, reporter, draft, returned)
    context = {
        "reporter": reporter,
        "defi": reporter.defi,
        "report": report,
        "known": report.known,
        "draft": draft,
        "saved_at": clock(draft) if draft else "",
        "mark": mark,
        "key": str(key),
        "returned": returned,
        "answered": "reprise" in request.GET and returned is None,
        "again": _again(mark),
        "refused": draft.data.get("refused", "").splitlines() if draft else [],
        "colleague": drafts.writing_too(reporter.team, reporter.membership),
        "sent": " ".join(drafts.just_sent(reporter.membership)),
    }
    checked = request.GET.get("etape") == "apercu" and draft is not None
    if checked and not report.faults:
        context["page"] = draw_up(reporter, report, returned)
        context["audience"] = Audience(report.tale.cleaned_data["audience"]).label
        return render(request, "defis/reports/preview.html", context)
    answer = request.GET.get("reponse", "")
    context |= {
        "faults": report.faults if checked else [],
        "answer": answer if answer in ANSWERS else "",
    }
    return render(request, "defis/reports/form.html", context)


def _saved(request: HttpRequest, reporter: Reporter, draft: ReportDraft) -> HttpResponse:
    """Say that the draft is kept, and since when; show the form again without our script."""
    if not wants_json(request):
        return redirect(f"{reporter.address}?garde{_again_of(draft)}#garde")
    report, _returned = _at_hand(request, reporter, draft)
    colleague = drafts.writing_too(reporter.team, reporter.membership)
    refused = draft.data.get("refused", "").splitlines()
    context = {"report": report, "reporter": reporter, "refused": refused, "faults": []}
    told = {
        "at": clock(draft),
        "files": render_to_string("defis/reports/files.html", context, request),
        "colleague": _("A colleague is writing too.") if colleague else "",
    }
    return JsonResponse(told)


def clock(draft: ReportDraft) -> str:
    """The time of the day at which ``draft`` was kept, as the reader writes it."""
    return time_format(timezone.localtime(draft.updated_at), pgettext("time of day", "H:i"))


def _again_of(draft: ReportDraft) -> str:
    return f"&reprise={draft.returned_id}" if draft.returned_id else ""


def _not_ours(request: HttpRequest, reporter: Reporter, status: int) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"refused": "mark"}, status=status)
    typed = [value for value in map(request.POST.get, ("text", "learnt")) if value]
    context = {"reporter": reporter, "defi": reporter.defi, "typed": typed}
    return render(request, "defis/reports/not_ours.html", context, status=status)
