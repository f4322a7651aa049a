"""Organisations: those that bring défis, and those around them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from .media import CommunityImage
from .territories import Territory


class Organisation(index.Indexed, models.Model):
    """A collectivité, an association, a school… (domain.md §1.5 lists the types of porteurs)."""

    class Kind(models.TextChoices):
        COMMUNE = "commune", _("commune or town")
        EPCI = "epci", _("grouping of communes (EPCI)")
        DEPARTEMENT = "departement", _("département")
        REGION = "region", _("région")
        SYNDICAT = "syndicat", _("inter-municipal syndicate")
        FOREIGN_CITY = "foreign_city", _("foreign city")
        THIRD_PLACE = "third_place", _("third place (tiers-lieu)")
        PUBLIC_BODY = "public_body", _("public body")
        ASSOCIATION = "association", _("association")
        SCHOOL = "school", _("school or university")
        COMPANY = "company", _("company")
        NETWORK = "network", _("network")
        STATE = "state", _("State or Europe")
        OTHER = "other", _("other")

    name = models.CharField(_("name"), max_length=200, unique=True)
    acronym = models.CharField(_("acronym"), max_length=30, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    territory = models.ForeignKey(
        Territory,
        verbose_name=_("territory"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="organisations",
    )
    url = models.URLField(_("website"), max_length=500, blank=True)
    logo = models.ForeignKey(
        CommunityImage,
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown beside the name, on white; ask for leave to show it."),
    )

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("acronym")]),
        FieldPanel("kind"),
        FieldPanel("territory"),
        FieldPanel("url"),
        FieldPanel("logo"),
    ]
    search_titles = ("name", "acronym")
    search_fields = [
        index.SearchField("name", boost=2),
        index.SearchField("acronym"),
        index.AutocompleteField("name"),
        index.AutocompleteField("acronym"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
