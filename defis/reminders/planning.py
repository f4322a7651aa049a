"""What is to be sent on a day, to whom, or why not. Nothing here writes anything."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import Membership, Reminder, ReminderSettings
from .answers import Ledger
from .cases import Case
from .schedule import Occurrence, due

#: Those who answer for a défi. Facilitators helped once: they are not asked for years.
ASKED = (Membership.Role.PORTEUR, Membership.Role.CO_PORTEUR)

TOLD_LATELY = gettext_lazy("The team has just told how it stands.")


@dataclass(frozen=True)
class Left:
    """Somebody of the team who gets nothing, and why."""

    membership: Membership
    reason: str


@dataclass(frozen=True)
class Plan:
    """One occurrence for one team: who gets the e-mail, who does not, or why nobody does."""

    case: Case
    occurrence: Occurrence
    members: list[Membership] = field(default_factory=list)
    left_out: list[Left] = field(default_factory=list)
    reason: str | Promise = ""

    @property
    def settles(self) -> bool:
        """Whether carrying it out settles the occurrence for good."""
        return bool(self.members) or self.reason is TOLD_LATELY


class Memory:
    """What was settled and answered so far, of all the teams; each read once, when asked for."""

    def __init__(self) -> None:
        self.answers = Ledger()

    @cached_property
    def settled(self) -> set[tuple[int, str]]:
        """The occurrences that were sent, or let pass, by team."""
        return set(Reminder.objects.values_list("team_id", "occurrence"))


def plan_today(
    case: Case, wanted: ReminderSettings, today: date, now: datetime, memory: Memory
) -> Plan | None:
    """Return what ``case`` is due ``today``; ``None`` when there is nothing, or it is settled."""
    if case.ended_on is None:
        return None
    occurrence = due(case.ended_on, wanted.day_list, wanted.yearly, today)
    if occurrence is None or (case.team.pk, occurrence.key) in memory.settled:
        return None
    return plan(case, occurrence, today, now, memory)


def plan(case: Case, occurrence: Occurrence, day: date, now: datetime, memory: Memory) -> Plan:
    """Return who would get ``occurrence`` on ``day``, as things stand ``now``."""
    if not case.defi.live:
        return Plan(case, occurrence, reason=_("The défi is not published."))
    told = memory.answers.told(case.team, case.defi)
    if told.stopped:
        return Plan(case, occurrence, reason=_("The défi is stopped."))
    if told.lately(now):
        return Plan(case, occurrence, reason=TOLD_LATELY)
    members, left_out = [], []
    asked = case.team.memberships.filter(role__in=ASKED).select_related("user")
    for membership in asked:
        reason = why_not(membership, day)
        if reason:
            left_out.append(Left(membership, reason))
        else:
            members.append(membership)
    reason = "" if members else _("Nobody of the team is to be written to.")
    return Plan(case, occurrence, members, left_out, reason)


def why_not(membership: Membership, day: date) -> str:
    """Return why this member gets nothing on ``day``, empty when they do."""
    if not membership.user.is_active:
        return _("account closed")
    if membership.reminders_stopped:
        return _("wants no reminder")
    until = membership.reminders_paused_until
    if until and day < until:
        return _("paused until %(day)s") % {"day": date_format(until, "DATE_FORMAT")}
    return ""
