"""What this plugin adds to the administration."""

from typing import Any

from wagtail import hooks

from . import viewsets
from .moderation import admin as moderation
from .reminders import admin as reminders
from .reports import privacy
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
hooks.register("register_admin_urls", reminders.urls)
hooks.register("register_reports_menu_item", reminders.menu_item)
hooks.register("register_page_header_buttons", teams.header_button)
hooks.register("register_log_actions", log.register)


@hooks.register("before_serve_document")
def refuse_document(document: Any, request: Any) -> Any:
    """Give the documents of a follow-up to those who may see the follow-up."""
    return privacy.refusal(document, request)


@hooks.register("construct_image_chooser_queryset")
def choose_images(images: Any, request: Any) -> Any:
    """Offer no photo of a follow-up that this person may not see."""
    return privacy.without_hidden(images, "image", request)


@hooks.register("construct_document_chooser_queryset")
def choose_documents(documents: Any, request: Any) -> Any:
    """Offer no document of a follow-up that this person may not see."""
    return privacy.without_hidden(documents, "document", request)
