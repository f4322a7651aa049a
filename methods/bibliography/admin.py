"""The bibliography in the administration: its address and its place in the menu."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from community.administration.menu import Entry

from .bring_view import BringView, address, indexes_for


def menu_item() -> Entry:
    """Return the entry of the menu, for those who may add references."""
    return Entry(
        _("Bring references"),
        address(),
        name="bring-references",
        icon_name="download",
        order=260,
        shown=lambda request: bool(indexes_for(request.user)),
    )


def urls() -> list[URLPattern]:
    """Return the addresses below that of the administration."""
    return [path("bibliographie/importer/", BringView.as_view(), name="methods_bring_references")]
