"""Planning in the menu of the administration, and above the pages it is about."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from events.models import CampusPage, EditionPage
from events.programme.rights import may_plan

from .access import plannable

ICON = "calendar-alt"


class ProgrammesItem(MenuItem):
    """Shown to those who may plan a site or an edition."""

    def is_shown(self, request: HttpRequest) -> bool:
        user = request.user
        return plannable(user).exists() or plannable(user, EditionPage).exists()


def menu_item() -> MenuItem:
    """Return the entry of the menu."""
    address = reverse("events_programmes")
    return ProgrammesItem(_("Programmes"), address, name="programmes", icon_name=ICON, order=240)


def header_buttons(
    page: Any, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Yield the way from the page of a site or an edition to its programme."""
    names = {CampusPage: "events_programme", EditionPage: "events_matrix"}
    name = names.get(page.specific_class)
    if name and may_plan(user, page):
        label = _("Programme") if name == "events_programme" else _("Sites and sessions")
        yield Button(label, url=reverse(name, args=[page.pk]), icon_name=ICON, priority=12)
