"""The way to what waits, in the administration."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.sidebar import LinkMenuItem

from community.administration.menu import Entry

from ..teams.coordinators import keeps_any
from . import views
from .waiting import states_waiting_for


class WaitingEntry(Entry):
    """Says how many follow-ups wait for the person who looks."""

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        component = super().render_component(request)
        number = states_waiting_for(request.user).count()
        if number:
            component.label = f"{self.label} ({number})"
        return component


def menu_item() -> Entry:
    """Put what waits in the menu, below the follow-ups, for those who may publish a page."""
    return WaitingEntry(
        _("To be read"),
        reverse("defis_moderation"),
        # Not one that begins as the name of “Défis”, which would look active as well.
        name="to-be-read",
        icon_name="clipboard-list",
        order=113,
        shown=lambda request: keeps_any(request.user),
    )


def urls() -> list[URLPattern]:
    """Give the moderator's screens their addresses."""
    return [
        path("defis/moderation/", views.waiting, name="defis_moderation"),
        path("defis/moderation/<int:page_id>/", views.entry, name="defis_moderation_entry"),
    ]
