"""Who approves what is submitted below the list of défis."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import GroupApprovalTask, TaskState


class DefiApprovalTask(GroupApprovalTask):
    """Approval by the groups chosen, and by the coordinators of the site for what is theirs.

    A défi does not stand below its site, where Wagtail's own rights would say so.
    """

    class Meta:
        verbose_name = gettext_lazy("approval of follow-ups")
        verbose_name_plural = gettext_lazy("approvals of follow-ups")

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        return super().user_can_access_editor(obj, user) or _coordinates(user, obj)

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        return super().locked_for_user(obj, user) and not _coordinates(user, obj)

    def user_can_lock(self, obj: Any, user: Any) -> bool:
        return super().user_can_lock(obj, user) or _coordinates(user, obj)

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        actions = super().get_actions(obj, user)
        if not actions and _coordinates(user, obj):
            actions = [("reject", _("Ask a question back"), True), ("approve", _("Approve"), False)]
        return actions

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> QuerySet[TaskState]:
        from ..moderation.rights import followed_up_by

        if user.is_superuser or self._user_in_groups(user):
            return super().get_task_states_user_can_moderate(user, **kwargs)
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        # From what waits, which is little, to who keeps it: not the other way round.
        pages = [int(key) for key in waiting.values_list("workflow_state__object_id", flat=True)]
        theirs = followed_up_by(user).filter(pk__in=pages).values_list("pk", flat=True)
        return waiting.filter(workflow_state__object_id__in=[str(key) for key in theirs])

    @classmethod
    def get_description(cls) -> str:
        return _("Groups chosen here approve, and coordinators for the défis of their site")


def _coordinates(user: Any, obj: Any) -> bool:
    from ..moderation.rights import may_moderate

    return may_moderate(user, obj)
