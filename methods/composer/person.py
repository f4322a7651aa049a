"""What the composer keeps about a person."""

from typing import Any

from django.utils.translation import gettext as _

from community.models import User

from ..models import SessionPlan


def saved_sessions_of(user: User) -> dict[str, Any]:
    """Return the sessions that ``user`` saved, with their content."""
    sessions = [
        {
            _("Title"): plan.title,
            _("Made on"): plan.created,
            _("Changed on"): plan.updated,
            _("Address"): plan.get_absolute_url(),
            _("Content"): plan.state,
        }
        for plan in SessionPlan.objects.filter(owner=user)
    ]
    return {_("Saved sessions"): sessions} if sessions else {}


def forget_sessions_of(user: User) -> None:
    """Delete the sessions that ``user`` saved. Those published as pages stay, without a name."""
    SessionPlan.objects.filter(owner=user).delete()
