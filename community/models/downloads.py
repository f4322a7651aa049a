"""How often a document was downloaded, and nothing of who did it."""

import datetime

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from .media import CommunityDocument


class DownloadCount(models.Model):
    """The downloads of one document on one day.

    A number and nothing else: no address, no browser, no cookie. Such a count needs no consent
    (CNIL, audience measurement), since nobody can be told from anybody.
    """

    document = models.ForeignKey(
        CommunityDocument,
        verbose_name=_("document"),
        on_delete=models.CASCADE,
        related_name="download_counts",
    )
    day = models.DateField(_("day"))
    number = models.PositiveIntegerField(_("downloads"), default=0)

    class Meta:
        verbose_name = _("count of downloads")
        verbose_name_plural = _("counts of downloads")
        constraints = [
            models.UniqueConstraint(fields=("document", "day"), name="one_download_count_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.day}: {self.number}"

    @classmethod
    def add_one(cls, document: CommunityDocument, day: datetime.date) -> None:
        """Count one more download of ``document`` on ``day``, whoever else counts meanwhile."""
        # The first of the day makes the row; two at once make one, and both add to it.
        count, _made = cls.objects.get_or_create(document=document, day=day)
        cls.objects.filter(pk=count.pk).update(number=F("number") + 1)
