"""What a défi is tied to: porteurs, territories, obstacles, levers, methods."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel

from community.models import Organisation, PageRow, Temps, Territory
from methods.models import MethodPage

from .defi import DefiPage
from .factor import FactorPage


class DefiPorteur(PageRow):
    """An organisation that brings the défi. The people are credits of the page."""

    page = ParentalKey(DefiPage, on_delete=models.CASCADE, related_name="porteurs")
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="+"
    )

    panels = [FieldPanel("organisation")]

    class Meta(PageRow.Meta):
        verbose_name = _("porteur")
        verbose_name_plural = _("porteurs")


class DefiTerritory(PageRow):
    """A territory that the défi is about."""

    page = ParentalKey(DefiPage, on_delete=models.CASCADE, related_name="territories")
    territory = models.ForeignKey(
        Territory, verbose_name=_("territory"), on_delete=models.PROTECT, related_name="+"
    )

    panels = [FieldPanel("territory")]

    class Meta(PageRow.Meta):
        verbose_name = _("territory")
        verbose_name_plural = _("territories")


class Statement(PageRow):
    """A short statement that an editor may mark as doubtful (abstract)."""

    text = models.CharField(_("text"), max_length=300)
    to_check = models.BooleanField(
        _("to be checked"), default=False, help_text=_("The source is doubtful on this point.")
    )

    factor = models.ForeignKey(
        FactorPage,
        verbose_name=_("which one of the list"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Ties these words to the same obstacle or lever of other défis."),
    )

    panels = [
        FieldRowPanel([FieldPanel("text"), FieldPanel("to_check")]),
        PageChooserPanel("factor"),
    ]

    class Meta(PageRow.Meta):
        abstract = True


class Obstacle(Statement):
    """Something that stands in the way of the défi."""

    page = ParentalKey(DefiPage, on_delete=models.CASCADE, related_name="obstacles")

    class Meta(Statement.Meta):
        verbose_name = _("obstacle")
        verbose_name_plural = _("obstacles")


class Lever(Statement):
    """Something that helps the défi."""

    page = ParentalKey(DefiPage, on_delete=models.CASCADE, related_name="levers")

    class Meta(Statement.Meta):
        verbose_name = _("lever")
        verbose_name_plural = _("levers")


class DefiMethod(PageRow):
    """A method that the group used, and during which Temps."""

    page = ParentalKey(DefiPage, on_delete=models.CASCADE, related_name="defi_methods")
    method = models.ForeignKey(
        MethodPage, verbose_name=_("method"), on_delete=models.CASCADE, related_name="+"
    )
    temps = models.PositiveSmallIntegerField(
        _("Temps"), choices=Temps.choices, null=True, blank=True
    )
    note = models.CharField(_("how it was used"), max_length=255, blank=True)

    panels = [
        FieldRowPanel([PageChooserPanel("method"), FieldPanel("temps")]),
        FieldPanel("note"),
    ]

    class Meta(PageRow.Meta):
        verbose_name = _("method used")
        verbose_name_plural = _("methods used")
