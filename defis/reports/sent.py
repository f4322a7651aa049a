"""What is said once it was sent, however often it is asked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ..models import Membership, ReportDraft, State
from .marks import Mark
from .reporter import Reporter


def sent_draft(mark: Mark | None, membership: Membership) -> ReportDraft | None:
    """The draft that ``mark`` names, if this member has sent it."""
    if mark is None or mark.membership != membership.pk:
        return None
    return ReportDraft.objects.filter(key=mark.key).exclude(sent_at=None).first()


def sent_page(request: HttpRequest, reporter: Reporter, draft: ReportDraft) -> HttpResponse:
    """Say that it was sent, and what comes next."""
    page = draft.follow_up
    context = {
        "reporter": reporter,
        "defi": reporter.defi,
        "page": page,
        "stopped": page is not None and page.state == State.STOPPED,
        "sent": str(draft.key),
    }
    return render(request, "defis/reports/sent.html", context)
