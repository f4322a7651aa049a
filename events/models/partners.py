"""Who makes an edition with whom, and the documents that tell of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel

from community.models import CommunityDocument, Organisation, PageRow


class PartnerRole(models.TextChoices):
    """What an organisation does for an edition, those that make it first."""

    ORGANISER = "organiser", _("organiser")
    CO_ORGANISER = "co_organiser", _("co-organiser")
    PARTNER = "partner", _("partner")
    SUPPORT = "support", pgettext_lazy("role of a partner", "support")
    TECHNICAL = "technical", _("technical support")
    MEDIA = "media", _("media partner")


class EditionPartner(PageRow):
    """An organisation that makes or helps an edition."""

    page = ParentalKey("events.EditionPage", on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="+"
    )
    role = models.CharField(
        _("role"), max_length=20, choices=PartnerRole.choices, default=PartnerRole.PARTNER
    )
    note = models.CharField(
        _("note"),
        max_length=200,
        blank=True,
        help_text=_("What it does, or which document names it."),
    )

    panels = [
        FieldRowPanel([FieldPanel("organisation"), FieldPanel("role")]),
        FieldPanel("note"),
    ]

    class Meta(PageRow.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")


class EditionDocument(PageRow):
    """A document about an edition: its summary, its report, its programme."""

    page = ParentalKey("events.EditionPage", on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        CommunityDocument, verbose_name=_("document"), on_delete=models.CASCADE, related_name="+"
    )
    title = models.CharField(
        _("title"), max_length=200, blank=True, help_text=_("Empty: the document's own.")
    )

    panels = [FieldPanel("document"), FieldPanel("title")]

    class Meta(PageRow.Meta):
        verbose_name = _("document of an edition")
        verbose_name_plural = _("documents of editions")

    @property
    def name(self) -> str:
        """What readers are told to download."""
        return self.title or self.document.title


EDITION_ROWS = [
    InlinePanel("partners", label=_("partner"), heading=_("Organisers and partners")),
    InlinePanel("documents", label=_("document"), heading=_("Documents")),
]
