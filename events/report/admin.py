"""The ways from an edition to its reports, in the administration."""

from collections.abc import Iterator
from typing import Any

from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button

from events.models import EditionPage

from .afterwards import afterwards
from .views import draft_report, may_draft


def urls() -> list[Any]:
    """Return the addresses of the administration."""
    return [
        path("editions/<int:pk>/bilan/", draft_report, name="events_draft_report"),
        path("editions/<int:pk>/ensuite/", afterwards, name="events_draft_afterwards"),
    ]


def header_button(page: Any, user: Any, view_name: str, next_url: Any = None) -> Iterator[Button]:
    """Offer to draft the reports among the actions on an edition."""
    if page.specific_class is EditionPage and may_draft(user, page):
        address = reverse("events_draft_report", args=[page.pk])
        yield Button(_("Draft the report"), address, icon_name="table", priority=70)
        address = reverse("events_draft_afterwards", args=[page.pk])
        yield Button(_("Draft what became of it"), address, icon_name="history", priority=71)
