"""The panels of ``/espace/``: my défis, and my drafts."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from ..models import ReportDraft
from ..reports.addresses import report_address
from .mine import Draft, defis_of

LATE_SHOWN = 3


def my_defis(request: HttpRequest) -> dict[str, Any] | None:
    """The défis of whoever is signed in, each with what is expected of them; hidden without any."""
    rows = [
        {
            "mine": mine,
            "defi": mine.defi,
            "address": report_address(mine.defi),
            "questions": [_row(draft) for draft in mine.questions],
            "late": mine.late[:LATE_SHOWN],
            "late_besides": max(0, len(mine.late) - LATE_SHOWN),
        }
        for mine in defis_of(request)
    ]
    return {"rows": rows} if rows else None


def my_drafts(request: HttpRequest) -> dict[str, Any] | None:
    """What this person began and that is not public yet; hidden when there is nothing."""
    drafts = [
        _row(draft)
        for mine in defis_of(request)
        for draft in mine.drafts
        if draft.page.owner_id == request.user.pk
    ]
    begun = ReportDraft.objects.filter(author=request.user, sent_at=None)
    # Whoever left a team no longer finds what they had begun there.
    begun = begun.filter(team__memberships__user=request.user).select_related("team__defi")
    rows = [
        {
            "begun": draft,
            "day": timezone.localdate(draft.updated_at),
            "address": report_address(draft.team.defi, draft.returned),
        }
        for draft in begun.select_related("returned")
    ]
    return {"drafts": drafts, "begun": rows} if drafts or rows else None


def _row(draft: Draft) -> dict[str, Any]:
    return {"draft": draft, "address": report_address(draft.defi, draft.page)}
