"""Whether a team answered: whatever it sent counts, with or without the link of the e-mail."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import Page, WorkflowState

from ..models import DefiPage, FollowUpPage, Reminder, ReportLink, State, Team

#: Who told how it stands so recently is left in peace.
QUIET = timedelta(days=15)


@dataclass(frozen=True)
class Told:
    """What a team sent: when, in order, and whether the latest of it says that all is over."""

    times: list[datetime]
    stopped: bool

    def lately(self, now: datetime) -> bool:
        """Return whether the latest is too near to ask again."""
        return bool(self.times) and now - self.times[-1] < QUIET


class Ledger:
    """What all the teams sent, read once: four queries, however many teams there are."""

    def told(self, team: Team, defi: DefiPage) -> Told:
        """Return what ``team`` sent about ``defi``: a draft is not an answer.

        Answers are a link that served, a follow-up submitted, a follow-up published. "Stopped"
        counts from the moment it is sent, before a moderator read it and whoever may see it.
        """
        times = [*self._links.get(team.pk, ())]
        latest = None
        for key, published, live, day, state in self._follow_ups.get(defi.translation_key, ()):
            submissions = self._submissions.get(str(key), ())
            times += [moment for moment, _status in submissions]
            times += [published] if published else []
            waits = any(status == WorkflowState.STATUS_IN_PROGRESS for _at, status in submissions)
            if live or waits:
                latest = max(latest or (day, key, state), (day, key, state))
        return Told(sorted(times), (latest[2] if latest else defi.state) == State.STOPPED)

    @cached_property
    def _links(self) -> dict[int, list[datetime]]:
        """When links served, by team."""
        used = ReportLink.objects.exclude(used_at=None)
        return _by_first(used.values_list("membership__team", "used_at"))

    @cached_property
    def _follow_ups(self) -> dict[UUID, list[Any]]:
        """The follow-ups below any version of a défi, by its translation key."""
        above = dict(DefiPage.objects.values_list("path", "translation_key"))
        names = ("path", "pk", "first_published_at", "live", "date", "state")
        rows = FollowUpPage.objects.values_list(*names)
        return _by_first((above[path[: -Page.steplen]], *facts) for path, *facts in rows)

    @cached_property
    def _submissions(self) -> dict[str, list[Any]]:
        """When follow-ups were submitted, and what became of it, by key of the page."""
        states = WorkflowState.objects.filter(
            base_content_type=ContentType.objects.get_for_model(Page),
            content_type=ContentType.objects.get_for_model(FollowUpPage),
        )
        return _by_first(states.values_list("object_id", "created_at", "status"))


def _by_first(rows: Iterable[Any]) -> dict[Any, list[Any]]:
    """The rows by their first value: what follows it, alone or together."""
    found: dict[Any, list[Any]] = {}
    for first, *rest in rows:
        found.setdefault(first, []).append(rest[0] if len(rest) == 1 else tuple(rest))
    return found


def note_answers(reminders: list[Reminder], times: list[datetime]) -> None:
    """Write on those of ``reminders`` that wait for an answer when the first one came."""
    for reminder in reminders:
        later = [time for time in times if reminder.sent_at and time >= reminder.sent_at]
        if later and reminder.answered_at is None:
            reminder.answered_at = later[0]
            reminder.save(update_fields=["answered_at"])


def silent(reminders: list[Reminder], times: list[datetime], life: timedelta) -> list[Reminder]:
    """Return the reminders that nothing came after, whose links no longer serve (``life``)."""
    answered = [*times, *(each.answered_at for each in reminders if each.answered_at)]
    last = max(answered, default=None)
    sent = sorted((each for each in reminders if each.sent_at), key=lambda each: each.sent_at)
    run = [each for each in sent if last is None or each.sent_at > last]
    return [each for each in run if each.sent_at + life <= timezone.now()]
