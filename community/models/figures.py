"""Figures: numbers that somebody stated, each with its source, side by side when they differ."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from .rows import PageRow


class Measure(models.TextChoices):
    """What is counted, so that rival figures meet, and meet what is recorded on this site.

    The measures that the source documents use (domain.md §1.2 and §1.3).
    """

    PARTICIPANTS = "participants", _("participants")
    CO_DESIGNERS = "co_designers", _("co-designers")
    SITES = "sites", _("sites")
    TEAMS = "teams", _("teams")
    DEFIS = "defis", _("défis")
    PROTOTYPES = "prototypes", _("prototypes")
    SESSIONS = "sessions", _("sessions")


class Figure(PageRow):
    """A number that somebody stated. Rival figures stay side by side, each with its source."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="figures")
    measure = models.CharField(
        _("measure"), max_length=150, help_text=_("What is counted: “participants”, “défis”…")
    )
    counted = models.CharField(
        _("compared with"),
        max_length=20,
        choices=Measure.choices,
        blank=True,
        help_text=_(
            "Puts rival figures under one heading, beside the number recorded on this site."
        ),
    )
    qualifier = models.CharField(
        _("qualifier"), max_length=60, blank=True, help_text=_("“about”, “more than”…")
    )
    value = models.DecimalField(_("value"), max_digits=14, decimal_places=2)
    unit = models.CharField(_("unit"), max_length=30, blank=True)
    perimeter = models.CharField(
        _("perimeter"), max_length=150, blank=True, help_text=_("“the six sites”, “Rennes”…")
    )
    includes = models.CharField(
        _("includes"),
        max_length=200,
        blank=True,
        help_text=_("What is counted in it, and may be counted apart elsewhere."),
    )
    excludes = models.CharField(_("leaves out"), max_length=200, blank=True)
    note = models.CharField(_("note"), max_length=255, blank=True)
    source_title = models.CharField(_("source"), max_length=255, blank=True)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    source_date = models.DateField(_("date of the source"), null=True, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("measure"), FieldPanel("counted")]),
        FieldRowPanel([FieldPanel("qualifier"), FieldPanel("value"), FieldPanel("unit")]),
        FieldPanel("perimeter"),
        FieldRowPanel([FieldPanel("includes"), FieldPanel("excludes")]),
        FieldPanel("note"),
        FieldRowPanel(
            [FieldPanel("source_title"), FieldPanel("source_url"), FieldPanel("source_date")]
        ),
    ]

    class Meta(PageRow.Meta):
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
