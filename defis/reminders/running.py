"""The daily run: what is due is sent, what was answered is noted, long silences are told."""

import logging
from collections.abc import Callable
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from ..models import Reminder, ReminderSettings
from ..reports.links import LIFE
from ..teams.coordinators import coordinators_of
from .answers import note_answers, silent
from .cases import Case, cases, current_settings
from .letters import post_reminder
from .planning import Memory, Plan, plan_today
from .silences import tell

logger = logging.getLogger(__name__)

Say = Callable[[str], object]


def run(say: Say, *, on: date | None = None, dry: bool = False) -> bool:
    """Do what is due today, or ``on`` a day; say it line by line; return whether all went well.

    Each team is settled in a transaction of its own: a fault costs that team alone, and is logged.
    With ``dry`` nothing is written. Running it again, or twice at once, sends nothing twice.
    """
    wanted = current_settings()
    if not wanted.enabled:
        say("Reminders are turned off: Settings, Reminders to the teams.")
        if not dry:
            return True
    well = True
    now = timezone.now()
    memory, open_ones = Memory(), _open_reminders()
    for case in cases():
        try:
            today = on or case.today(now)
            plan = plan_today(case, wanted, today, now, memory)
            # That nobody is to be written to is said on the day, not for a month.
            if plan is not None and (plan.settles or dry or today == plan.occurrence.due_on):
                _send(plan, wanted, now, say, dry)
            _listen(case, wanted, open_ones.get(case.team.pk, []), memory, say, dry)
        except Exception:
            logger.exception("The reminders of the team %s failed", case.team.pk)
            say(f"{case.defi.get_admin_display_title()}: failed, see the log.")
            well = False
    return well


def _send(plan: Plan, wanted: ReminderSettings, now: datetime, say: Say, dry: bool) -> None:
    """Carry out what one team is due, and say it."""
    if plan.settles and not dry and not settle(plan, wanted, now):
        return
    head = f"{plan.case.defi.get_admin_display_title()}, {plan.occurrence.label}"
    names = ", ".join(str(membership) for membership in plan.members)
    say(f"{head}: {plan.reason or names}")
    for left in plan.left_out:
        say(f"  not to {left.membership}: {left.reason}")


@transaction.atomic
def settle(plan: Plan, wanted: ReminderSettings, now: datetime) -> bool:
    """Carry out ``plan``; return whether this call did it, and no other one before.

    The row of the occurrence and the e-mails in the queue are written together or not at all.
    """
    times = {"sent_at": now} if plan.members else {"answered_at": now}
    reminder, made = Reminder.objects.get_or_create(
        team=plan.case.team,
        occurrence=plan.occurrence.key,
        defaults={"due_on": plan.occurrence.due_on, **times},
    )
    if made:
        for membership in plan.members:
            post_reminder(plan.case, reminder, membership, wanted)
    return made


def _open_reminders() -> dict[int, list[Reminder]]:
    """All the reminders of the teams that have not answered one, by team."""
    waiting = Reminder.objects.filter(answered_at=None).values("team")
    found: dict[int, list[Reminder]] = {}
    for reminder in Reminder.objects.filter(team__in=waiting):
        found.setdefault(reminder.team_id, []).append(reminder)
    return found


def _listen(
    case: Case,
    wanted: ReminderSettings,
    reminders: list[Reminder],
    memory: Memory,
    say: Say,
    dry: bool,
) -> None:
    """Note what one team answered; after too many silences, tell the coordinators once."""
    if not reminders:
        return
    told = memory.answers.told(case.team, case.defi)
    silences = silent(reminders, told.times, LIFE)
    if not dry:
        note_answers(reminders, told.times)
    known = any(reminder.alerted_at for reminder in silences)
    enough = wanted.silences and len(silences) >= wanted.silences
    if known or not enough or told.stopped or not case.defi.live:
        return
    people = coordinators_of(case.defi)
    if dry or not people or tell(case, silences, people):
        names = ", ".join(str(person) for person in people) or "nobody to tell"
        head = case.defi.get_admin_display_title()
        say(f"{head}: {len(silences)} reminders without an answer: {names}")
