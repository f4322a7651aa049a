"""The way to the teams, in the administration."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import Button

from community.administration.menu import Entry

from ..models import DefiPage
from . import desk, desks
from .coordinators import keeps_any, may_keep


def menu_item() -> Entry:
    """Put the teams in the menu; the list tells each person which défis they keep."""
    return Entry(
        gettext_lazy("Teams"),
        reverse("defis_teams"),
        name="teams",
        icon_name="group",
        order=114,
        shown=lambda request: keeps_any(request.user),
    )


def header_button(page: Any, user: Any, view_name: str, next_url: Any = None) -> Iterator[Button]:
    """Lead from a défi's editor and from its place in the explorer to its team."""
    if page.specific_class is DefiPage and may_keep(user, page):
        address = reverse("defis_team", args=[page.pk])
        yield Button(_("Team"), address, icon_name="group", priority=90)


def urls() -> list[URLPattern]:
    """Return the addresses of the administration."""
    return [
        path("defis/equipes/", desks.teams, name="defis_teams"),
        path("defis/equipes/<int:page_id>/", desk.team, name="defis_team"),
    ]
