"""Telling the coordinators of a site that a team no longer answers."""

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from community.mail import post
from community.models import User

from ..models import Reminder
from .cases import Case


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
        "team_url": settings.WAGTAILADMIN_BASE_URL + reverse("defis_team", args=[case.defi.pk]),
    }
    for person in people:
        key = f"defis.silence:{last.pk}:{person.pk}"
        post("defis/mail/silence.txt", person, context, key=key)
    return True
