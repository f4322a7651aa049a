"""The panels of ``/espace/``: my défis, and my drafts."""

from typing import Any

from django.http import HttpRequest

from ..models import DefiPage, ReportDraft
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
    defis = defis_of(request)
    writing = [
        {"draft": draft, "defi": mine.defi, "address": _resume(mine.defi, draft)}
        for mine in defis
        for draft in mine.writing
    ]
    drafts = [_row(draft) for mine in defis for draft in mine.begun]
    return {"writing": writing, "drafts": drafts} if writing or drafts else None


def _resume(defi: DefiPage, draft: ReportDraft) -> str:
    return report_address(defi, draft.returned)


def _row(draft: Draft) -> dict[str, Any]:
    return {"draft": draft, "address": report_address(draft.defi, draft.page)}
