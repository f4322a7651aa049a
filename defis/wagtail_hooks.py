"""What this plugin adds to the administration."""

from typing import Any

from wagtail import hooks

from . import viewsets
from .reminders import admin as reminders

hooks.register("register_admin_urls", reminders.urls)
hooks.register("register_reports_menu_item", reminders.menu_item)


@hooks.register("register_admin_viewset")
def register_lists() -> list[Any]:
    """Give each type its explorer columns, and a flat list in the menu."""
    return [
        viewsets.DefiViewSet("defis"),
        viewsets.PrototypeViewSet("prototypes"),
        viewsets.FollowUpViewSet("follow_ups"),
        viewsets.DefiListing("defi_listing"),
        viewsets.PrototypeListing("prototype_listing"),
        viewsets.FollowUpListing("follow_up_listing"),
    ]
