"""The links that open a report without an account."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .team import Membership


class ReportLink(models.Model):
    """A link that lets one member report once on one défi (``defis/reports/links.py`` signs it).

    The address holds no secret of its own: it is the signed key of this row, which says until
    when it serves, whether it was revoked, and whether it has served.
    """

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="links")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("serves until"))
    revoked_at = models.DateTimeField(_("revoked on"), null=True, blank=True)
    used_at = models.DateTimeField(_("served on"), null=True, blank=True)

    class Meta:
        verbose_name = _("link to report")
        verbose_name_plural = _("links to report")

    def __str__(self) -> str:
        return f"{self.membership} – {timezone.localdate(self.created_at)}"
