"""What a document says, for search alone."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .media import CommunityDocument


class DocumentText(models.Model):
    """The text read in the file of a document: searched, quoted in extracts, never shown in full.

    A row of its own: pages that give a document to download never read it.
    """

    class Outcome(models.TextChoices):
        """How reading the file ended."""

        READ = "read", _("read")
        CUT = "cut", _("beginning read")
        EMPTY = "empty", _("no text")
        LOCKED = "locked", _("protected by a password")
        DAMAGED = "damaged", _("damaged")
        TOO_LARGE = "too_large", _("too large")
        OTHER = "other", _("of a kind that is not read")

    document = models.OneToOneField(
        CommunityDocument,
        verbose_name=_("document"),
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="reading",
    )
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome.choices)
    text = models.TextField(_("text"), blank=True)
    #: The hash of the file that was read.
    file_hash = models.CharField(max_length=40, editable=False)

    class Meta:
        verbose_name = _("text of a document")
        verbose_name_plural = _("texts of documents")

    def __str__(self) -> str:
        return f"{self.document}: {self.get_outcome_display()}"
