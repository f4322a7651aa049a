"""What this plugin adds to the administration."""

from typing import Any

from wagtail import hooks

from . import viewsets
from .moderation import admin as moderation
from .teams import admin as teams
from .teams import log


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


for menu in (moderation, teams):
    hooks.register("register_admin_menu_item", menu.menu_item)
    hooks.register("register_admin_urls", menu.urls)
hooks.register("register_page_header_buttons", teams.header_button)
hooks.register("register_log_actions", log.register)
