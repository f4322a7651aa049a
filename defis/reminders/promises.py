"""What was promised last time, as a team may read it."""

from django.db.models import Q
from wagtail.models import PageViewRestriction

from ..models import DefiPage, FollowUpPage, Team
from ..promises import latest_promises

#: An e-mail is read on a phone: the rest is on the page.
IN_MAIL = 5


def open_steps(team: Team, defi: DefiPage) -> list[dict[str, object]]:
    """Return the steps (``text``, ``due``) that ``team`` left open, the oldest first.

    Before any follow-up has steps, those that the fiche itself announces.
    """
    readable = (
        Q(view_restrictions=None)
        | Q(view_restrictions__restriction_type=PageViewRestriction.LOGIN)
        | Q(view_restrictions__groups=team.group_id)
    )
    told = latest_promises(FollowUpPage.objects.live().below(defi).filter(readable).distinct())
    if told:
        return [{"text": each.text, "due": each.due} for each in told.values() if each.is_open]
    return [{"text": str(step.value), "due": None} for step in defi.next_steps]
