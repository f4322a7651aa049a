"""The panels of the administration's home: my défis, and the fiches that lack the most."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import GroupPagePermission
from wagtail.permissions import page_permission_policy

from .models import DefiPage, FollowUpPage

IN_PANEL = 5


def my_defis(request: HttpRequest) -> dict[str, Any] | None:
    """The défis that this person was given to report on, with what waits; hidden without any."""
    given = GroupPagePermission.objects.filter(group__user=request.user).values("page_id")
    defis = DefiPage.objects.filter(pk__in=given, alias_of=None).order_by("number")
    rows = [{"defi": defi, "drafts": _drafts(defi, request)} for defi in defis]
    return {"rows": rows} if rows else None


def _drafts(defi: DefiPage, request: HttpRequest) -> list[FollowUpPage]:
    """The follow-ups of ``defi`` that this person began and that are not public yet."""
    mine = FollowUpPage.objects.child_of(defi).filter(owner=request.user)
    return list(mine.filter(has_unpublished_changes=True).order_by("-date"))


def incomplete_defis(request: HttpRequest) -> dict[str, Any] | None:
    """The emptiest fiches that this editor may change; hidden when there is none."""
    editable = page_permission_policy.instances_user_has_permission_for(request.user, "change")
    defis = DefiPage.objects.filter(pk__in=editable.values("pk"), alias_of=None)
    emptiest = sorted(
        defis.prefetch_related("territories", "obstacles", "levers"),
        key=lambda defi: defi.completeness,
    )
    shown = [defi for defi in emptiest if defi.missing][:IN_PANEL]
    return {"defis": shown} if shown else None
