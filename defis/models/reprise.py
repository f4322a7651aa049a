"""What a défi takes up: a prototype or a défi of others."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Page

from community.models import PageRow

from .defi import DefiPage
from .prototype import PrototypePage


class Reprise(PageRow):
    """The défi ``page`` takes up a prototype, or a défi, that was there before (or both)."""

    page = ParentalKey(DefiPage, on_delete=models.CASCADE, related_name="reprises")
    prototype = models.ForeignKey(
        PrototypePage,
        verbose_name=_("prototype taken up"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    defi = models.ForeignKey(
        DefiPage,
        verbose_name=_("défi taken up"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    note = models.CharField(
        _("what is kept, what changes"),
        max_length=300,
        blank=True,
        help_text=_("One sentence, for those who will take it up in their turn."),
    )

    panels = [
        FieldRowPanel([PageChooserPanel("prototype"), PageChooserPanel("defi")]),
        FieldPanel("note"),
    ]

    class Meta(PageRow.Meta):
        verbose_name = _("prototype or défi taken up")
        verbose_name_plural = _("prototypes and défis taken up")

    def clean(self) -> None:
        super().clean()
        if not (self.prototype_id or self.defi_id):
            raise ValidationError(_("Choose what is taken up: a prototype, or else a défi."))

    @property
    def origins(self) -> list[Page]:
        """What is taken up: the prototype, the défi, or one and the other."""
        return [origin for origin in (self.prototype, self.defi) if origin is not None]
