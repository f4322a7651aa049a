"""What somebody may do with a follow-up."""

from wagtail.models import PagePermissionTester

from .rights import may_moderate


class FollowUpPermissions(PagePermissionTester):
    """Wagtail's rights; and the coordinators of the défi's site publish, hence approve.

    The défi does not stand below its site, where Wagtail's own rights would reach it.
    """

    def can_publish(self) -> bool:
        """Return whether what waits may be approved: Wagtail publishes it in their name."""
        return bool(super().can_publish() or may_moderate(self.user, self.page))
