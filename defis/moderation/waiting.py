"""What waits for somebody's decision, and what was published without one."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import TaskState, WorkflowState

from ..audience import audiences_of
from ..models import DefiPage, FollowUpPage, State, Team
from ..teams.coordinators import kept_by

#: How far back moderators are told of what trusted teams published.
TOLD_FOR = timedelta(days=30)


@dataclass(frozen=True)
class Entry:
    """A follow-up that waits: its page, and what its latest version says."""

    page: FollowUpPage
    defi: DefiPage
    task_state: TaskState
    title: str
    state: str
    audience: str

    @property
    def sent_at(self) -> datetime:
        """When it was sent."""
        return self.task_state.started_at

    @property
    def sender(self) -> Any:
        """Who sent it: an account, or ``None`` when it is gone."""
        return self.task_state.workflow_state.requested_by


def states_waiting_for(user: Any) -> QuerySet[TaskState]:
    """Return the steps of workflows about follow-ups that ``user`` may decide of, oldest first."""
    ours = ContentType.objects.get_for_model(FollowUpPage)
    states = TaskState.objects.reviewable_by(user).filter(workflow_state__content_type=ours)
    return states.order_by("started_at", "pk")


def entries_waiting_for(user: Any) -> list[Entry]:
    """Return the follow-ups that wait for ``user``, oldest first; the queries do not grow."""
    states = list(states_waiting_for(user).select_related("workflow_state__requested_by"))
    keys = [int(state.workflow_state.object_id) for state in states]
    pages = FollowUpPage.objects.select_related("latest_revision").in_bulk(keys)
    paths = {page.defi_path for page in pages.values()}
    defis = {defi.path: defi for defi in DefiPage.objects.filter(path__in=paths)}
    audiences = audiences_of(pages.values(), inherited=True)
    return [
        Entry(
            page=page,
            defi=defis[page.defi_path],
            task_state=state,
            # Read from the revision as it is kept: to make a page of it costs six queries.
            title=page.latest_revision.content["title"],
            state=State(page.latest_revision.content["state"]).label,
            audience=str(audiences[page.pk].in_a_sentence),
        )
        for key, state in zip(keys, states, strict=True)
        if (page := pages.get(key)) is not None
    ]


def published_at_once(user: Any) -> list[FollowUpPage]:
    """Return what the trusted teams of ``user``'s défis published lately, with ``defi``."""
    trusted = Team.objects.filter(may_publish=True).values("defi__translation_key")
    defis = kept_by(user).filter(translation_key__in=trusted)
    pages = FollowUpPage.objects.below_paths(defis.values("path")).live()
    pages = pages.filter(first_published_at__gte=timezone.now() - TOLD_FOR)
    pages = list(pages.select_related("owner").order_by("-first_published_at"))
    read = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_APPROVED,
        content_type=ContentType.objects.get_for_model(FollowUpPage),
        object_id__in=[str(page.pk) for page in pages],
    ).values_list("object_id", flat=True)
    above = {defi.path: defi for defi in defis.filter(path__in={page.defi_path for page in pages})}
    told = [page for page in pages if str(page.pk) not in set(read)]
    for page in told:
        page.defi = above[page.defi_path]
    return told
