"""Planning in the menu of the administration, and above the pages it is about."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button

from community.administration.menu import Entry
from events.models import CampusPage, EditionPage
from events.programme.rights import may_plan

from .access import plannable

ICON = "calendar-alt"


def plans_any(request: HttpRequest) -> bool:
    """Whether this person may plan a site or an edition."""
    return plannable(request.user).exists() or plannable(request.user, EditionPage).exists()


def menu_item() -> Entry:
    """Return the entry of the menu."""
    return Entry(
        _("Programmes"),
        reverse("events_programmes"),
        name="programmes",
        icon_name=ICON,
        order=240,
        shown=plans_any,
    )


def header_buttons(
    page: Any, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Yield the way from the page of a site or an edition to its programme."""
    names = {CampusPage: "events_programme", EditionPage: "events_matrix"}
    name = names.get(page.specific_class)
    if name and may_plan(user, page):
        label = _("Programme") if name == "events_programme" else _("Sites and sessions")
        yield Button(label, url=reverse(name, args=[page.pk]), icon_name=ICON, priority=12)
