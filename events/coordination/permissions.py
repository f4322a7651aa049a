"""What somebody may do with the page of a site."""

from wagtail.models import PagePermissionTester


class SitePermissions(PagePermissionTester):
    """Wagtail's rights, but those given on the site alone neither delete nor move it."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Return whether the site may go, which moving asks too: its edition must be theirs."""
        if not super().can_delete(ignore_bulk=ignore_bulk):
            return False
        return self.user.is_superuser or any(
            permission.permission.codename == "change_page"
            and self.page.path.startswith(permission.page.path)
            and permission.page_id != self.page.pk
            for permission in self.permission_policy.get_cached_permissions_for_user(self.user)
        )
