"""The bibliography in the administration: its address and its place in the menu."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from .bring_view import BringView, address, indexes_for


class BringMenuItem(MenuItem):
    """Shown to those who may add references."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(indexes_for(request.user))


def menu_item() -> Any:
    """Return the entry of the menu."""
    return BringMenuItem(
        _("Bring references"),
        address(),
        name="bring-references",
        icon_name="download",
        order=260,
    )


def urls() -> list[URLPattern]:
    """Return the addresses below that of the administration."""
    return [path("bibliographie/importer/", BringView.as_view(), name="methods_bring_references")]
