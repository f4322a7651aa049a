"""Who would get a reminder in the next thirty days: what editors look at before they say yes."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from community.administration.menu import Entry

from ..models import ReminderSettings
from .cases import Case, cases, current_settings
from .planning import Memory, plan
from .schedule import Occurrence, due, occurrences

AHEAD = timedelta(days=30)
PER_PAGE = 25


def may_read(request: HttpRequest) -> bool:
    """Whether this person decides about reminders."""
    policy = ReminderSettings.get_permission_policy()
    return bool(policy.user_has_permission(request.user, "change"))


def upcoming(
    wanted: ReminderSettings, memory: Memory
) -> tuple[list[tuple[Case, Occurrence]], list[Case]]:
    """Return what is due from now to ``AHEAD``, in order, and the défis without a date."""
    found, undated = [], []
    for case in cases():
        if case.ended_on is None:
            undated.append(case)
            continue
        today = case.today(timezone.now())
        days = wanted.day_list
        overdue = due(case.ended_on, days, wanted.yearly, today)
        later = occurrences(case.ended_on, days, wanted.yearly, today + AHEAD)
        coming = [each for each in later if each.due_on > today]
        for each in [overdue, *coming] if overdue else coming:
            if (case.team.pk, each.key) not in memory.settled:
                found.append((case, each))
    return sorted(found, key=lambda pair: (pair[1].due_on, pair[0].defi.pk)), undated


@require_safe
def upcoming_page(request: HttpRequest) -> HttpResponse:
    """Show which défis, on which date, to whom, and why not."""
    if not may_read(request):
        raise PermissionDenied
    wanted, memory = current_settings(), Memory()
    coming, undated = upcoming(wanted, memory)
    page = Paginator(coming, PER_PAGE).get_page(request.GET.get("p"))
    now = timezone.now()
    context = {
        "wanted": wanted,
        "page": page,
        "plans": [
            plan(case, occurrence, max(occurrence.due_on, case.today(now)), now, memory)
            for case, occurrence in page
        ],
        "undated": undated,
        "settings_url": reverse("wagtailsettings:edit", args=["defis", "remindersettings"]),
        "page_title": _("Reminders"),
        "header_title": _("Reminders"),
        "header_icon": "mail",
    }
    return render(request, "defis/admin/reminders.html", context)


def menu_item() -> Entry:
    """Put the page among Wagtail's reports."""
    return Entry(
        _("Reminders"),
        reverse("defis_reminders"),
        name="reminders",
        icon_name="mail",
        order=850,
        shown=may_read,
    )


def urls() -> list[Any]:
    """The address of the page, below ``/admin/``."""
    return [path("reports/reminders/", upcoming_page, name="defis_reminders")]
