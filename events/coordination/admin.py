"""The way from a site to the accounts that edit it, in the administration."""

from collections.abc import Iterator
from typing import Any

from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets import Button

from ..models import CampusPage
from .views import coordination, may_keep


def urls() -> list[Any]:
    """Return the addresses of the administration."""
    return [path("coordination/<int:page_id>/", coordination, name="events_coordination")]


def header_button(page: Any, user: Any, view_name: str, next_url: Any = None) -> Iterator[Button]:
    """Lead from a site's editor and from its place in the explorer to those who edit it."""
    if page.specific_class is CampusPage and may_keep(user, page):
        address = reverse("events_coordination", args=[page.pk])
        yield Button(_("Coordination"), address, icon_name="group", priority=90)
