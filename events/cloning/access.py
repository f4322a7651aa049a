"""Who may prepare an edition, and the page of the administration about one."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from events.models import EditionCloning, EditionPage
from events.programme.source import source_of


def may_clone(user: Any, edition: EditionPage) -> bool:
    """Return whether ``user`` may make an edition beside ``edition``."""
    return bool(edition.get_parent().permissions_for_user(user).can_add_subpage())


class EditionView(WagtailAdminTemplateMixin, View):
    """A page about ``edition``, that of the source language, for those who may edit it."""

    header_icon = "calendar-alt"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # By "id": a key too long for the database is one that no page has.
        self.edition = source_of(get_object_or_404(EditionPage, id=kwargs.pop("edition")))
        if not self.allowed(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def allowed(self, user: Any) -> bool:
        return bool(self.edition.permissions_for_user(user).can_edit())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = reverse("wagtailadmin_explore", args=[self.edition.pk])
        return [
            *self.breadcrumbs_items,
            {"url": above, "label": self.edition.get_admin_display_title()},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_page_subtitle(self) -> str:
        return str(self.edition.get_admin_display_title())

    def show(self, **context: Any) -> HttpResponse:
        cloning = EditionCloning.objects.filter(edition=self.edition).first()
        common = {"edition": self.edition, "cloning": cloning}
        return self.render_to_response(self.get_context_data(**{**common, **context}))

    def to_preflight(self, edition: EditionPage) -> HttpResponse:
        return redirect("events_preflight", edition.pk)
