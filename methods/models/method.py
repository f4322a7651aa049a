"""A method of the toolbox and the index of the toolbox."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.search import index

from community.blocks import body_field
from community.listing import Column, Facet, Listing, Sort
from community.models import PageRow, Temps
from community.pages import SUMMARY_LENGTH, CommunityPage, IndexPage

from .families import Family


class MethodPage(CommunityPage):
    """A method: its name, its aim in one sentence (the summary) and its family."""

    summary = models.TextField(
        _("aim"),
        max_length=SUMMARY_LENGTH,
        help_text=_("What the method is for, in one sentence: 300 characters at most."),
    )
    family = models.CharField(
        _("family"),
        max_length=20,
        choices=Family.choices,
        help_text=_("What the method helps to do first of all."),
    )
    body = body_field(
        help_text=_("What it is, how it runs, what to watch. Five to ten sentences are enough.")
    )

    main_panels = [
        FieldPanel("family"),
        InlinePanel("method_temps", label=_("Temps"), heading=_("Temps it serves"), max_num=4),
        FieldPanel("body"),
    ]
    search_fields = [
        *CommunityPage.search_fields,
        index.SearchField("body"),
        index.FilterField("family"),
    ]
    parent_page_types = ["methods.MethodIndexPage"]
    subpage_types: list[str] = []
    card_template = "methods/cards/method.html"
    schema_type = ["HowTo", "LearningResource"]
    page_description = _("A method of the toolbox: name, aim and family are enough to publish.")

    class Meta:
        verbose_name = _("method")
        verbose_name_plural = _("methods")


class MethodTemps(PageRow):
    """A Temps of the défi work that a method serves."""

    page = ParentalKey(MethodPage, on_delete=models.CASCADE, related_name="method_temps")
    temps = models.PositiveSmallIntegerField(_("Temps"), choices=Temps.choices)

    panels = [FieldPanel("temps")]

    class Meta(PageRow.Meta):
        verbose_name = _("Temps")
        verbose_name_plural = _("Temps")


class MethodIndexPage(IndexPage):
    """The toolbox."""

    subpage_types: ClassVar[list[str]] = ["methods.MethodPage"]
    page_description = _("The toolbox: lists the methods below it.")

    listing = Listing(
        model=MethodPage,
        facets=(
            Facet("famille", _("I want to…"), "family", choices=Family.choices),
            Facet("temps", _("I am at…"), "method_temps__temps", choices=Temps.choices),
            Facet("etiquette", _("Tag"), "tagged_items__tag__slug", "tagged_items__tag__name"),
        ),
        sorts=(
            Sort("nom", _("Name"), ("sort_title",)),
            Sort("recent", _("Newest first"), ("-first_published_at",)),
        ),
        columns=(
            Column(_("Family"), lambda page: page.get_family_display()),
            Column(_("Aim"), lambda page: page.summary),
        ),
        related=lambda pages, request: pages.select_related("cover"),
    )

    class Meta:
        verbose_name = _("toolbox")
        verbose_name_plural = _("toolboxes")
