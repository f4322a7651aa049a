"""What one follow-up changes: where the défi stands, its steps, and since it was last read."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.utils.translation import pgettext
from wagtail.models import Revision, TaskState

from ..audience import audiences_of
from ..models import DefiPage, FollowUpPage, Membership, ReportLink, State
from ..steps import Fate, Step, steps_told

#: A link that served so close to the sending is the way by which it came.
SAME_MOMENT = timedelta(minutes=2)


@dataclass(frozen=True)
class StepNews:
    """A step of this follow-up, or one promised before of which it says nothing."""

    step: Step
    before: Step | None
    forgotten: bool = False

    @property
    def fate(self) -> str:
        """What becomes of it, in a word that needs no colour."""
        if self.forgotten:
            return pgettext("step", "not mentioned")
        if self.step.fate == Fate.DONE:
            return pgettext("step", "done")
        if self.step.fate == Fate.GIVEN_UP:
            return pgettext("step", "given up")
        return pgettext("step", "still open") if self.before else pgettext("step", "new")

    @property
    def is_news(self) -> bool:
        """Whether this follow-up is the first to say so."""
        before = self.before
        return not self.forgotten and (before is None or before.is_open != self.step.is_open)


@dataclass(frozen=True)
class Difference:
    """Everything a moderator has to know of a follow-up, ``draft`` being what was sent."""

    draft: FollowUpPage
    defi: DefiPage
    state_before: str
    state_after: str
    steps: list[StepNews]
    pictures: list[Any]
    audience: str
    by_link: bool
    #: Wagtail's comparisons of fields with ``since``, the version read last; empty the first time.
    changes: list[Any] = field(default_factory=list)
    since: Revision | None = None

    @property
    def moves(self) -> bool:
        """Whether the défi changes state."""
        return self.state_before != self.state_after

    @property
    def pictures_without_words(self) -> int:
        """How many pictures say nothing to those who do not see them."""
        return sum(not picture["alt"] and not picture["decorative"] for picture in self.pictures)


def difference(page: FollowUpPage, task_state: TaskState, request: HttpRequest) -> Difference:
    """Compare what ``page`` would publish with what is public, and with what was read last."""
    draft = page.get_latest_revision_as_object()
    defi = page.get_parent().specific
    others = list(FollowUpPage.objects.child_of(defi).live().exclude(pk=page.pk))
    since = _read_last(page, task_state)
    return Difference(
        draft=draft,
        defi=defi,
        state_before=State(_state_before(defi, others)).label,
        state_after=State(draft.state).label,
        steps=_steps(draft, [each for each in others if each.date <= draft.date]),
        pictures=_pictures(draft),
        audience=str(audiences_of([page], inherited=True)[page.pk].in_a_sentence),
        by_link=_came_by_link(task_state, defi),
        changes=_changes(since, draft, request) if since else [],
        since=since,
    )


def _state_before(defi: DefiPage, others: list[FollowUpPage]) -> str:
    # The page itself may be the latest one already: it is edited, and is left out here.
    latest = max(others, key=lambda each: (each.date, each.pk), default=None)
    return latest.state if latest else defi.initial_state


def _steps(draft: FollowUpPage, others: list[FollowUpPage]) -> list[StepNews]:
    before = {step.key: step for step in steps_told(others)}
    told = {step.key: step for step in steps_told([draft])}
    left = [step for key, step in before.items() if key not in told and step.is_open]
    return [
        *(StepNews(step, before.get(key)) for key, step in told.items()),
        *(StepNews(step, step, forgotten=True) for step in left),
    ]


def _pictures(draft: FollowUpPage) -> list[dict[str, Any]]:
    images = [block.value["image"] for block in draft.body if block.block_type == "image"]
    return [
        {"alt": image.contextual_alt_text, "decorative": image.decorative}
        for image in images
        if image
    ]


def _came_by_link(task_state: TaskState, defi: DefiPage) -> bool:
    sender, sent = task_state.workflow_state.requested_by_id, task_state.revision.created_at
    places = Membership.objects.filter(
        user=sender, team__defi__translation_key=defi.translation_key
    )
    moment = (sent - SAME_MOMENT, sent + SAME_MOMENT)
    return ReportLink.objects.filter(membership__in=places, used_at__range=moment).exists()


def _read_last(page: FollowUpPage, task_state: TaskState) -> Revision | None:
    """The version to compare with: the one that is public, else the one sent back last."""
    if page.live and page.live_revision_id:
        return page.live_revision
    sent_back = TaskState.objects.filter(
        workflow_state__object_id=str(page.pk),
        workflow_state__base_content_type=page.get_base_content_type(),
        status=TaskState.STATUS_REJECTED,
    ).exclude(pk=task_state.pk)
    last = sent_back.select_related("revision").order_by("-finished_at", "-pk").first()
    return last.revision if last else None


def _changes(since: Revision, draft: FollowUpPage, request: HttpRequest) -> list[Any]:
    panel = FollowUpPage.get_edit_handler().get_bound_panel(
        instance=draft, request=request, form=None
    )
    old = since.as_object()
    compared = [compare(old, draft) for compare in panel.get_comparison()]
    return [each for each in compared if each.has_changed()]
