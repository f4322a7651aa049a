"""What the resource centre puts in somebody's space."""

from typing import Any

from django.http import HttpRequest

from .composer.saved import query_of_saved
from .models import SessionPlan

IN_PANEL = 5


def my_sessions(request: HttpRequest) -> dict[str, Any] | None:
    """The sessions that this person composed and saved, the last changed first; hidden without."""
    saved = SessionPlan.objects.filter(owner=request.user)
    shown = [{"saved": one, "address": query_of_saved(one)} for one in saved[:IN_PANEL]]
    return {"sessions": shown} if shown else None
