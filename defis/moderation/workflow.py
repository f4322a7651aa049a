"""The workflow of what is submitted below a list of défis."""

from django.contrib.auth.models import Group
from wagtail.models import Workflow, WorkflowPage, WorkflowTask

from community.accounts.roles import MODERATORS

from ..models import DefiApprovalTask, DefiIndexPage

NAME = "Suivis des défis"
TASK = "Lecture par la modération ou la coordination du site"


def give_workflow(index: DefiIndexPage) -> None:
    """Give a list of défis the workflow in which coordinators of sites approve as well.

    An administrator chooses another one in Wagtail's settings if need be: it is left alone.
    """
    if WorkflowPage.objects.filter(page=index).exists():
        return
    task = DefiApprovalTask.objects.first()
    if task is None:
        task = DefiApprovalTask.objects.create(name=TASK)
        task.groups.set(Group.objects.filter(name=MODERATORS))
    workflow = Workflow.objects.filter(workflow_tasks__task=task).first()
    if workflow is None:
        workflow = Workflow.objects.create(name=NAME)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(page=index, workflow=workflow)
