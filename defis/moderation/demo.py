"""Fictional follow-ups that are not published: one waits, one was sent back with a question."""

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page, Revision, TaskState, WorkflowState

from community.demo.data import only
from community.demo.loader import DemoLoader

from ..models import DefiPage, FollowUpObstacle, FollowUpPage
from ..steps import step_block
from .workflow import give_workflow


def load_waiting(demo: DemoLoader, defis: dict[str, DefiPage]) -> None:
    """Make them below the défi of the demonstration's porteur, unless they are there."""
    for row in demo.data("defis/waiting")["follow_up"]:
        defi = defis[row["defi"]]
        # The list may be older than the workflow.
        give_workflow(defi.get_parent().specific)
        if FollowUpPage.objects.child_of(defi).filter(slug=row["slug"]).exists():
            continue
        page = FollowUpPage(
            slug=row["slug"],
            live=False,
            has_unpublished_changes=True,
            owner=demo.users["porteur"],
            body=demo.body(row["body"]),
            obstacles=[FollowUpObstacle(**obstacle) for obstacle in row.get("obstacles", ())],
            next_steps=[step_block(**step) for step in row.get("next_steps", ())],
            **only(row, "date", "state"),
            **demo.common(row),
        )
        defi.add_child(instance=page)
        revision = page.save_revision(user=demo.users["porteur"], clean=False)
        _send(demo, page, revision, row.get("question", ""))
        demo.created += 1


def _send(demo: DemoLoader, page: FollowUpPage, revision: Revision, question: str) -> None:
    """Put ``page`` in its workflow without the signals, which would write to the accounts."""
    workflow = page.get_workflow()
    state = WorkflowState.objects.create(
        workflow=workflow,
        content_type=ContentType.objects.get_for_model(page),
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id=str(page.pk),
        requested_by=demo.users["porteur"],
    )
    task_state = TaskState(workflow_state=state, revision=revision, task=workflow.tasks.first())
    if question:
        task_state.status = TaskState.STATUS_REJECTED
        task_state.comment = question
        task_state.finished_at = timezone.now()
        task_state.finished_by = demo.users["coordinator"]
        state.status = WorkflowState.STATUS_NEEDS_CHANGES
    task_state.save()
    state.current_task_state = task_state
    state.save()
