"""The panels of the administration's home: my défis, fiches to complete, what nobody read."""

from typing import Any

from django.http import HttpRequest
from wagtail.permissions import page_permission_policy

from .models import DefiPage
from .moderation.waiting import published_at_once
from .teams.coordinators import keeps_any
from .teams.mine import defis_of

IN_PANEL = 5
IN_DIGEST = 10


def my_defis(request: HttpRequest) -> dict[str, Any] | None:
    """The défis in whose team this person is, with what waits; hidden without any."""
    rows = [{"defi": mine.defi, "drafts": mine.begun} for mine in defis_of(request)]
    return {"rows": rows} if rows else None


def published_alone(request: HttpRequest) -> dict[str, Any] | None:
    """What trusted teams published lately, for those who keep them; hidden when nothing."""
    if not keeps_any(request.user):
        return None
    pages = published_at_once(request.user)
    if not pages:
        return None
    return {"pages": pages[:IN_DIGEST], "besides": max(0, len(pages) - IN_DIGEST)}


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
