"""The programme's editor of a site, and the list of those that one may plan."""

from itertools import groupby
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy
from wagtail.models import Locale

from events.models import CampusPage, EditionPage, Room, SessionPage, Slot
from events.programme.warnings import warnings
from events.programme.working import draft_of, working_entries

from .access import CampusView, PlanningView, plannable
from .grid import grid
from .removal import removed
from .texts import may_add


class ProgrammesView(PlanningView):
    """The sites that this person may plan, by edition."""

    page_title = gettext_lazy("Programmes")
    template_name = "events/admin/programmes.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        sites = list(plannable(request.user).filter(locale=Locale.get_default()).order_by("path"))
        whole = plannable(request.user, EditionPage).filter(locale=Locale.get_default())
        shown = {page.path: page for page in whole}
        if not sites and not shown:
            raise PermissionDenied
        above = {site.path[: -site.steplen] for site in sites} - shown.keys()
        others = {page.path: page for page in EditionPage.objects.filter(path__in=above)}
        by_edition = groupby(sites, lambda site: site.path[: -site.steplen])
        places = {path: list(found) for path, found in by_edition}
        editions = sorted({**shown, **others}.values(), key=lambda page: -page.year)
        return self.show(
            editions=[(page, places.get(page.path, ()), page.path in shown) for page in editions]
        )

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]


class ProgrammeView(CampusView):
    """The grid, what is not placed, the warnings and the rooms of a site."""

    template_name = "events/admin/programme.html"

    def get_page_title(self) -> str:
        return self.name

    def trail(self) -> list[tuple[str, str]]:
        return super().trail()[:-1]

    def get(self, request: HttpRequest) -> HttpResponse:
        rooms = list(Room.objects.filter(campus=self.campus))
        entries = working_entries(self.campus)
        found = warnings(self.campus)
        return self.show(
            rooms=rooms,
            days=grid(entries, rooms, self.campus, self.edition),
            loose=loose(self.campus),
            warnings=[warning for warning in found if warning.code != "no_slot"],
            doubtful={key for warning in found for key in warning.keys if warning.level != "info"},
            removed=removed(request, self.campus),
            may_add=may_add(request.user, self.campus),
            zone=self.campus.get_time_zone_display(),
            matrix=reverse("events_matrix", args=[self.edition.pk]),
        )


def loose(campus: CampusPage) -> list[tuple[SessionPage, str]]:
    """Return the sessions of ``campus`` that have no slot, each with its latest title."""
    pages = SessionPage.objects.child_of(campus).exclude(pk__in=Slot.objects.values("session"))
    found = pages.select_related("latest_revision").defer("body", "aftermath").order_by("path")
    return [(page, draft_of(page)["title"]) for page in found]
