"""Wagtail's own e-mails about workflows, where this plugin sends better ones."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.dispatch import Signal
from wagtail.admin import mail
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected

from ..models import DefiApprovalTask, FollowUpPage


class _NotOfFollowUps:
    """Leaves follow-ups alone: ``telling`` writes to those who sent them."""

    def can_handle(self, instance: WorkflowState, **kwargs: Any) -> bool:
        ours = ContentType.objects.get_for_model(FollowUpPage).pk
        return instance.content_type_id != ours and super().can_handle(instance, **kwargs)  # type: ignore[misc]


class _Approval(_NotOfFollowUps, mail.WorkflowStateApprovalEmailNotifier):
    """Tells that anything else was approved."""


class _Rejection(_NotOfFollowUps, mail.WorkflowStateRejectionEmailNotifier):
    """Tells that anything else was sent back."""


class _Submission(mail.GroupApprovalTaskStateSubmissionEmailNotifier):
    """Tells the coordinators of a site too."""

    def get_recipient_users(self, task_state: TaskState, **kwargs: Any) -> Any:
        from ..teams.coordinators import coordinators_of

        found = set(super().get_recipient_users(task_state, **kwargs))
        page = task_state.workflow_state.content_object.specific
        if isinstance(task_state.task.specific, DefiApprovalTask) and isinstance(
            page, FollowUpPage
        ):
            found |= set(coordinators_of(page.get_parent().specific))
        return found - {kwargs.get("user")}


def replace() -> None:
    """Put these in the place of Wagtail's, whichever of the two is connected first.

    A signal keeps one receiver for each identity: under Wagtail's, ours are the ones that stay.
    """
    for signal, sender, identity, notifier in (
        (workflow_approved, WorkflowState, "workflow_state_approved", _approval),
        (workflow_rejected, WorkflowState, "workflow_state_rejected", _rejection),
        (task_submitted, TaskState, "group_approval_task_submitted", _submission),
    ):
        _connect(signal, sender, f"{identity}_email_notification", notifier)


def _connect(signal: Signal, sender: Any, identity: str, notifier: Any) -> None:
    signal.disconnect(sender=sender, dispatch_uid=identity)
    signal.connect(notifier, sender=sender, dispatch_uid=identity)


# Signals hold their receivers weakly.
_approval, _rejection, _submission = _Approval(), _Rejection(), _Submission()
