"""What this plugin adds to the administration."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button

from .coordination import views as coordination
from .models import CampusPage

hooks.register("register_admin_urls", coordination.urls)


@hooks.register("register_page_header_buttons")
def coordination_button(
    page: Any, user: Any, next_url: Any = None, view_name: str = "", **kwargs: Any
) -> Iterator[Button]:
    """Lead from a site's editor and from its place in the explorer to those who edit it."""
    if page.specific_class is CampusPage and coordination.may_keep(user, page):
        address = reverse("events_coordination", args=[page.pk])
        yield Button(_("Coordination"), address, icon_name="group", priority=90)
