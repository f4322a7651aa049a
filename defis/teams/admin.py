"""The way to the teams, in the administration."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button

from ..models import DefiPage
from . import desk, desks
from .coordinators import keeps_any, may_keep


class TeamsItem(MenuItem):
    """Shown to those who may publish a page: the list tells them which défis they keep."""

    def is_shown(self, request: HttpRequest) -> bool:
        return keeps_any(request.user)


def menu_item() -> MenuItem:
    """Put the teams in the menu, below what is to be read."""
    return TeamsItem(
        gettext_lazy("Teams"),
        reverse("defis_teams"),
        name="teams",
        icon_name="group",
        order=114,
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
