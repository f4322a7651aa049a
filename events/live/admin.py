"""The way to the questions of the public, in the administration."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.permission_policies.pages import PagePermissionPolicy

from community.administration.menu import Entry

from . import desk


def may_change_pages(request: HttpRequest) -> bool:
    """Whether this person changes pages; the list tells which sessions they moderate."""
    return PagePermissionPolicy().user_has_permission(request.user, "change")


def menu_item() -> Entry:
    """Put the questions of the public in the menu."""
    return Entry(
        _("Questions of the public"),
        reverse("events_desks"),
        name="questions",
        icon_name="help",
        order=270,
        shown=may_change_pages,
    )


def urls() -> list[URLPattern]:
    """Give the moderators' desks their addresses."""
    return [
        path("questions/", desk.sessions, name="events_desks"),
        path("questions/<int:session>/", desk.desk, name="events_desk"),
    ]
