"""Who may plan what, and the page of the administration that asks it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.query import PageQuerySet

from events.models import CampusPage, EditionPage
from events.programme.rights import may_plan, may_publish
from events.programme.source import edition_of, source_of


def plannable(user: Any, model: type[CampusPage | EditionPage] = CampusPage) -> PageQuerySet:
    """Return the pages of ``model`` that ``user`` may change, whatever their number: one query.

    A page that a workflow alone lends to ``user`` is not among them, though it may be planned.
    """
    return PagePermissionPolicy(model).instances_user_has_permission_for(user, "change")


class PlanningView(WagtailAdminTemplateMixin, View):
    """A page of the administration about a site or an edition."""

    header_icon = "calendar-alt"

    def trail(self) -> list[tuple[str, str]]:
        """Return what stands above the page: addresses and labels."""
        return [(reverse("events_programmes"), _("Programmes"))]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = [{"url": url, "label": label} for url, label in self.trail()]
        return [*self.breadcrumbs_items, *above, {"url": "", "label": self.get_page_title()}]

    def show(self, **context: Any) -> HttpResponse:
        """Return the page with ``context``."""
        return self.render_to_response(self.get_context_data(**context))


class CampusView(PlanningView):
    """A page about the programme of ``campus``, for those who may plan it."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # By "id": a key too long for the database is one that no page has.
        found = get_object_or_404(CampusPage, id=kwargs.pop("campus"))
        self.campus = source_of(found)
        if not may_plan(request.user, self.campus):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def edition(self) -> EditionPage:
        """The edition of the site."""
        return edition_of(self.campus)

    @cached_property
    def may_publish(self) -> bool:
        """Whether this person may make the programme public."""
        return may_publish(self.request.user, self.campus)

    @property
    def address(self) -> str:
        """The address of the programme's editor."""
        return reverse("events_programme", args=[self.campus.pk])

    @property
    def name(self) -> str:
        """The site and its edition, as in « Rennes, 2018 »."""
        return f"{self.campus.title}, {self.edition.name}"

    def trail(self) -> list[tuple[str, str]]:
        return [*super().trail(), (self.address, self.name)]

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        common = {"campus": self.campus, "address": self.address, "may_publish": self.may_publish}
        return super().get_context_data(**{**common, **context})


class EditionView(PlanningView):
    """A page about all the sites of ``edition``, for those who may plan it or one of its sites.

    ``whole``: only for those who may plan the whole edition.
    """

    whole = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        found = get_object_or_404(EditionPage, id=kwargs.pop("edition"))
        self.edition = source_of(found)
        self.may_plan_all = may_plan(request.user, self.edition)
        if not self.may_plan_all and (self.whole or not self.planned):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def planned(self) -> set[int]:
        """The sites of the edition that this person may plan."""
        sites = plannable(self.request.user).child_of(self.edition)
        return set(sites.values_list("pk", flat=True))

    @property
    def address(self) -> str:
        """The address of the matrix."""
        return reverse("events_matrix", args=[self.edition.pk])

    def trail(self) -> list[tuple[str, str]]:
        return [*super().trail(), (self.address, self.edition.name)]

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        common = {
            "edition": self.edition,
            "address": self.address,
            "may_plan_all": self.may_plan_all,
        }
        return super().get_context_data(**{**common, **context})
