"""The panel of the administration's home: the trials that nobody has read yet."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from .models import MethodTrial

IN_PANEL = 5


def trials_to_read(request: HttpRequest) -> dict[str, Any] | None:
    """The trials that wait, for those who may publish them; hidden without any."""
    if not request.user.has_perm("methods.publish_methodtrial"):
        return None
    waiting = MethodTrial.objects.filter(live=False, first_published_at=None)
    latest = list(waiting.select_related("method")[:IN_PANEL])
    if not latest:
        return None
    url = reverse("wagtailsnippets_methods_methodtrial:list")
    return {"trials": latest, "number": waiting.count(), "url": f"{url}?live=false"}
