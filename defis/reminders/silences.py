"""Telling the coordinators of a site that a team no longer answers."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from community.accounts.roles import MODERATORS
from community.mail import post
from community.models import User
from events.models import CampusCoordination

from ..models import DefiPage, Reminder
from .cases import Case


def coordinators(defi: DefiPage) -> list[User]:
    """Return the active accounts that coordinate the site of ``defi``; else the moderators."""
    groups = list(Group.objects.filter(name=MODERATORS))
    if defi.campus is not None:
        key = defi.campus.translation_key
        found = CampusCoordination.objects.select_related("group").filter(translation_key=key)
        groups = [*(coordination.group for coordination in found), *groups]
    for group in groups:
        members = list(User.objects.filter(groups=group, is_active=True).order_by("pk"))
        if members:
            return members
    return []


@transaction.atomic
def tell(case: Case, silences: list[Reminder], people: list[User]) -> bool:
    """Tell ``people`` once of ``silences``; return whether this call did it, and no other."""
    last = silences[-1]
    mine = Reminder.objects.filter(pk=last.pk, alerted_at=None)
    if not mine.update(alerted_at=timezone.now()):
        return False
    context = {
        "name": case.defi.short_name or case.defi.title,
        "question": case.defi.title,
        "silences": silences,
        "team_url": settings.WAGTAILADMIN_BASE_URL + team_address(case.defi),
    }
    for person in people:
        key = f"defis.silence:{last.pk}:{person.pk}"
        post("defis/mail/silence.txt", person, context, key=key)
    return True


def team_address(defi: DefiPage) -> str:
    """Return where the team of ``defi`` is kept in the administration."""
    try:
        return reverse("defis_team", args=[defi.pk])
    except NoReverseMatch:
        return reverse("wagtailadmin_explore", args=[defi.pk])
