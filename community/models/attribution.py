"""Who made a thing, under which licence, and where it was found."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from .licences import Licence


class Attribution(models.Model):
    """Licence and source of a page or a medium (abstract)."""

    licence = models.CharField(
        _("licence"),
        max_length=30,
        blank=True,
        choices=Licence.choices,
        help_text=_("Under which licence others may reuse this. Empty: the site's own licence."),
    )
    source_title = models.CharField(
        _("source"),
        max_length=255,
        blank=True,
        help_text=_("Title of the document that these facts come from, with its author."),
    )
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    source_date = models.DateField(_("date of the source"), null=True, blank=True)
    adapted_from_title = models.CharField(
        _("adapted from"),
        max_length=255,
        blank=True,
        help_text=_("When this takes up somebody else's work: its title and author."),
    )
    adapted_from_url = models.URLField(
        _("address of the original work"), max_length=500, blank=True
    )

    attribution_panels = [
        FieldPanel("licence"),
        MultiFieldPanel(
            [
                FieldPanel("source_title"),
                FieldRowPanel([FieldPanel("source_url"), FieldPanel("source_date")]),
            ],
            heading=_("Source"),
        ),
        MultiFieldPanel(
            [FieldPanel("adapted_from_title"), FieldPanel("adapted_from_url")],
            heading=_("Original work"),
        ),
    ]

    class Meta:
        abstract = True

    @property
    def licence_url(self) -> str:
        """The address of the licence's text, empty when no licence was chosen."""
        return Licence(self.licence).url if self.licence else ""
