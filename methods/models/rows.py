"""Rows that methods and documents share: the files joined to them, the Temps they serve."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from community.models import CommunityDocument, PageRow, Temps

from ..vocabularies import Accessible, FileLanguage


class FileRow(PageRow):
    """A document of the library joined to a page (abstract).

    It is said as a reader needs to know it before downloading (RGAA 13.3). Its format and size
    come from the file.
    """

    document = models.ForeignKey(
        CommunityDocument, verbose_name=_("document"), on_delete=models.CASCADE, related_name="+"
    )
    language = models.CharField(
        _("language"),
        max_length=10,
        choices=FileLanguage.choices,
        default=FileLanguage.FRENCH,
    )
    accessible = models.CharField(
        _("accessibility"),
        max_length=10,
        choices=Accessible.choices,
        default=Accessible.UNKNOWN,
        help_text=_("Can it be read aloud, in the right order, with its images described?"),
    )
    text_alternative = models.TextField(
        _("text alternative"),
        blank=True,
        help_text=_("What it says, for those who cannot read the file."),
    )

    panels = [
        FieldPanel("document"),
        FieldRowPanel([FieldPanel("language"), FieldPanel("accessible")]),
        FieldPanel("text_alternative"),
    ]

    class Meta(PageRow.Meta):
        abstract = True
        verbose_name = _("file")
        verbose_name_plural = _("files")


class TempsRow(PageRow):
    """A Temps of the défi work that a page serves (abstract)."""

    temps = models.PositiveSmallIntegerField(_("Temps"), choices=Temps.choices)

    panels = [FieldPanel("temps")]

    class Meta(PageRow.Meta):
        abstract = True
        verbose_name = _("Temps")
        verbose_name_plural = _("Temps")
