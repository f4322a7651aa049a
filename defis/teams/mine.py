"""The défis of somebody, with what is expected of them, in a handful of queries."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import WorkflowState

from community.pages import once

from ..models import DefiPage, FollowUpPage, Membership, ReportDraft
from ..steps import Step, steps_told

#: Without news for so long, somebody is asked: the schedule of reminders is nearly as short.
SILENCE = timedelta(days=180)


@dataclass(frozen=True)
class Draft:
    """A follow-up that is not public, or whose changes are not, and where it stands."""

    page: FollowUpPage
    defi: DefiPage
    workflow: WorkflowState | None

    @property
    def question(self) -> str | None:
        """The question that a moderator asked back, ``None`` when none waits for an answer."""
        if self.workflow is None or self.workflow.status != WorkflowState.STATUS_NEEDS_CHANGES:
            return None
        state = self.workflow.current_task_state
        return state.comment if state else ""

    @property
    def waits(self) -> bool:
        """Whether a moderator has it."""
        state = self.workflow.status if self.workflow else ""
        return state == WorkflowState.STATUS_IN_PROGRESS


@dataclass
class MyDefi:
    """A défi of somebody's, with its follow-ups."""

    membership: Membership
    defi: DefiPage
    told: list[FollowUpPage] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    #: What this person is writing, and nobody else reads.
    writing: list[ReportDraft] = field(default_factory=list)

    @property
    def last_told(self) -> date | None:
        """The day of the latest public follow-up."""
        return max((page.date for page in self.told), default=None)

    @property
    def questions(self) -> list[Draft]:
        """Those about which a moderator asks something."""
        return [draft for draft in self.drafts if draft.question is not None]

    @property
    def waiting(self) -> list[Draft]:
        """Those that a moderator has not read yet."""
        return [draft for draft in self.drafts if draft.waits]

    @property
    def begun(self) -> list[Draft]:
        """Those that are this person's own."""
        return [draft for draft in self.drafts if draft.page.owner_id == self.membership.user_id]

    @property
    def late(self) -> list[Step]:
        """The steps whose day has passed, the oldest first."""
        late = [step for step in steps_told(self.told) if step.is_late]
        return sorted(late, key=lambda step: step.due or date.max)

    @property
    def is_silent(self) -> bool:
        """Whether news is overdue: none for half a year, none on its way, and nobody said stop."""
        if self.waiting or self.questions or self.membership.reminders_stopped:
            return False
        return self.last_told is None or self.last_told < timezone.localdate() - SILENCE


def defis_of(request: HttpRequest) -> list[MyDefi]:
    """Return the défis of whoever is signed in, by number; read once per request."""
    return once(request, "defis.mine", lambda: _read(request.user))


def _read(user: Any) -> list[MyDefi]:
    places = Membership.objects.filter(user=user).select_related("team__defi")
    found = {
        place.team.defi.translation_key: MyDefi(place, place.team.defi)
        for place in places.order_by("team__defi__number", "team__defi_id")
    }
    if not found:
        return []
    versions = DefiPage.objects.filter(translation_key__in=found)
    paths = dict(versions.values_list("path", "translation_key"))
    told = FollowUpPage.objects.below_paths(versions.values("path")).filter(alias_of=None)
    pages = list(told.defer("body").order_by("-date", "-pk"))
    workflows = _workflows_of(pages)
    for page in pages:
        mine = found[paths[page.defi_path]]
        if page.live:
            mine.told.append(page)
        if page.has_unpublished_changes or not page.live:
            mine.drafts.append(Draft(page, mine.defi, workflows.get(str(page.pk))))
    by_team = {mine.membership.team_id: mine for mine in found.values()}
    for draft in _being_written(user, by_team):
        by_team[draft.team_id].writing.append(draft)
    return list(found.values())


def _being_written(user: Any, teams: Iterable[int]) -> QuerySet[ReportDraft]:
    drafts = ReportDraft.objects.filter(author=user, sent_at=None, team__in=teams)
    return drafts.select_related("returned")


def _workflows_of(pages: list[FollowUpPage]) -> dict[str, WorkflowState]:
    states = WorkflowState.objects.active().filter(
        base_content_type=ContentType.objects.get_by_natural_key("wagtailcore", "page"),
        object_id__in=[str(page.pk) for page in pages],
    )
    states = states.select_related("current_task_state").order_by("created_at")
    return {state.object_id: state for state in states}
