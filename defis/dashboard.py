"""The panel of the administration's home: the fiches that lack the most."""

from typing import Any

from django.http import HttpRequest
from wagtail.permissions import page_permission_policy

from .models import DefiPage

IN_PANEL = 5


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
