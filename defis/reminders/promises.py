"""What was promised last time, as a team may read it."""

from ..models import DefiPage, FollowUpPage, Team
from ..steps import Step, steps_known

#: An e-mail is read on a phone: the rest is on the page.
IN_MAIL = 5


def open_steps(team: Team, defi: DefiPage) -> list[Step]:
    """Return the steps that ``team`` left open, the oldest first.

    Before any follow-up has steps, those that the fiche itself announces.
    """
    told = FollowUpPage.objects.below(defi).readable_by(team)
    return [step for step in steps_known(defi, told) if step.is_open]
