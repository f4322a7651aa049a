"""The way to the questions of the public, in the administration."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.permission_policies.pages import PagePermissionPolicy

from . import desk


class QuestionsItem(MenuItem):
    """Shown to those who may change pages; the list tells them which sessions they moderate."""

    def is_shown(self, request: HttpRequest) -> bool:
        return PagePermissionPolicy().user_has_permission(request.user, "change")


def menu_item() -> MenuItem:
    """Put the questions of the public in the menu."""
    return QuestionsItem(
        _("Questions of the public"),
        reverse("events_desks"),
        name="questions",
        icon_name="help",
        order=270,
    )


def urls() -> list[URLPattern]:
    """Give the moderators' desks their addresses."""
    return [
        path("questions/", desk.sessions, name="events_desks"),
        path("questions/<int:session>/", desk.desk, name="events_desk"),
    ]
