"""Who follows what by e-mail: an address, kept for this alone and erased when it stops."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Rhythm(models.TextChoices):
    """How often news are sent."""

    DAILY = "daily", pgettext_lazy("rhythm", "Every day")
    WEEKLY = "weekly", pgettext_lazy("rhythm", "Once a week, on Monday")


class Follower(models.Model):
    """An e-mail address, in lower case, that follows something or asked to.

    The key is random: it stands in the links of e-mails, where a number would tell how many
    people follow things here.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    address = models.EmailField(_("e-mail address"), unique=True)
    language = models.CharField(_("language"), max_length=10)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("follower")
        verbose_name_plural = _("followers")

    def __str__(self) -> str:
        return self.address


class Follow(models.Model):
    """One thing that somebody follows; nothing is sent about it before they confirm.

    ``kind`` and ``key`` name the thing (``community.following.kinds``), the same in every
    language. News after ``told_until`` have not been sent yet.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    follower = models.ForeignKey(Follower, on_delete=models.CASCADE, related_name="follows")
    kind = models.CharField(max_length=30)
    key = models.CharField(max_length=40)
    rhythm = models.CharField(
        _("rhythm"), max_length=10, choices=Rhythm.choices, default=Rhythm.WEEKLY
    )
    asked_at = models.DateTimeField(_("requested on"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed on"), null=True)
    told_until = models.DateTimeField(_("told until"), null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("followed thing")
        verbose_name_plural = _("followed things")
        ordering = ["asked_at"]
        constraints = [
            models.UniqueConstraint(fields=["follower", "kind", "key"], name="followed_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
