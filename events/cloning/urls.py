"""The addresses of cloning, below that of the administration, and the ways there."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import Button

from events.models import EditionPage

from .access import may_clone
from .later_views import PreflightView, PublishReadyView, UndoView
from .views import CloneView


def urls() -> list[URLPattern]:
    """Return the addresses about one edition."""
    base = "editions/<int:edition>/"
    return [
        path(f"{base}suivante/", CloneView.as_view(), name="events_clone"),
        path(f"{base}avant-publication/", PreflightView.as_view(), name="events_preflight"),
        path(f"{base}publier/", PublishReadyView.as_view(), name="events_publish_ready"),
        path(f"{base}defaire/", UndoView.as_view(), name="events_undo_clone"),
    ]


def header_buttons(
    page: Any, user: Any, next_url: Any = None, view_name: str = "", **kwargs: Any
) -> Iterator[Button]:
    """Yield the ways from an edition to the next one and to what it lacks."""
    if page.specific_class is not EditionPage:
        return
    ways = (
        (_("Prepare the next edition"), "events_clone", "copy", may_clone(user, page)),
        (
            _("Before publication"),
            "events_preflight",
            "tasks",
            page.permissions_for_user(user).can_edit(),
        ),
    )
    for label, name, icon, allowed in ways:
        if allowed:
            yield Button(label, reverse(name, args=[page.pk]), icon_name=icon, priority=80)
