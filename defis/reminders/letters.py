"""The e-mails to a team: the reminder, and a new link when the old one no longer serves."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from community.mail import language_of, post
from community.models import Message

from ..models import Membership, Reminder, ReminderSettings
from ..reports.addresses import link_address
from ..reports.links import LIFE, make_link
from .cases import Case
from .promises import IN_MAIL, open_steps


def post_reminder(
    case: Case, reminder: Reminder, membership: Membership, wanted: ReminderSettings
) -> Message | None:
    """Queue the e-mail of ``reminder`` to one member, with a link of their own."""
    context = {
        **_links(membership),
        "name": case.defi.short_name or case.defi.title,
        "question": case.defi.title,
        "ended_on": case.ended_on,
        "promises": open_steps(case.team, case.defi)[-IN_MAIL:],
        "wanted": wanted,
    }
    stop = context["stop_url"]
    return post(
        "defis/mail/reminder.txt",
        membership.user,
        context,
        # The place in the team, not the row of the reminder: made again, it is still the same.
        key=f"defis.reminder:{membership.pk}:{reminder.occurrence}",
        headers={
            **_answers_to(wanted),
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )


def post_new_link(membership: Membership, wanted: ReminderSettings) -> Message | None:
    """Queue an e-mail with a new link to a member's own address: once an hour at most."""
    defi = membership.team.defi
    key = f"defis.new_link:{membership.pk}:{timezone.now():%Y%m%d%H}"
    if Message.objects.filter(key=key).exists():
        return None
    context = {**_links(membership), "name": defi.short_name or defi.title, "wanted": wanted}
    headers = _answers_to(wanted)
    return post("defis/mail/new_link.txt", membership.user, context, key=key, headers=headers)


def _answers_to(wanted: ReminderSettings) -> dict[str, str]:
    """Where an answer to the e-mail goes: to people, when the editors said to whom."""
    return {"Reply-To": wanted.contact} if wanted.contact else {}


def _links(membership: Membership) -> dict[str, Any]:
    """The addresses that a new link opens, and until when it serves."""
    token = make_link(membership)
    with translation.override(language_of(membership.user)):
        stop = reverse("defis:reminders", args=[token])
        page = settings.WAGTAILADMIN_BASE_URL + link_address(token)
    return {
        "page_url": page,
        "going_on_url": f"{page}?reponse=en-cours",
        "nothing_new_url": f"{page}?reponse=rien-de-neuf",
        "stopped_url": f"{page}?reponse=arrete",
        "stop_url": settings.WAGTAILADMIN_BASE_URL + stop,
        "until": timezone.now() + LIFE,
    }
