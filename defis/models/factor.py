"""Obstacles and levers as things of their own, with the list of them."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from community.blocks import body_field
from community.listing import Column, Facet, Listing, Sort
from community.pages import CommunityPage, IndexPage
from community.printing import Sheet

from ..cards import factor_sheet


class Factor(models.TextChoices):
    """Whether it stands in the way of a défi or helps it."""

    OBSTACLE = "obstacle", _("Obstacle")
    LEVER = "lever", _("Lever")


class Family(models.TextChoices):
    """What an obstacle or a lever is a matter of."""

    POLITICAL = "political", pgettext_lazy("obstacle", "Political will")
    TIME = "time", pgettext_lazy("obstacle", "Time")
    MONEY = "money", pgettext_lazy("obstacle", "Money")
    LAW = "law", pgettext_lazy("obstacle", "Law")
    ORGANISATION = "organisation", pgettext_lazy("obstacle", "Organisation")
    PEOPLE = "people", pgettext_lazy("obstacle", "Support of people")
    DATA = "data", pgettext_lazy("obstacle", "Data")
    TECHNIQUE = "technique", pgettext_lazy("obstacle", "Technique")


class FactorPage(CommunityPage):
    """An obstacle that défis meet or a lever that helps them.

    Which défis met it, and how it was lifted, is read from the rows of défis and follow-ups.
    """

    kind = models.CharField(_("obstacle or lever"), max_length=10, choices=Factor.choices)
    family = models.CharField(_("family"), max_length=20, choices=Family.choices)
    body = body_field(_("how to know it, what helps"))

    main_panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("family")]),
        FieldPanel("body"),
    ]
    search_fields = [
        *CommunityPage.search_fields,
        index.SearchField("body"),
        index.FilterField("kind"),
        index.FilterField("family"),
    ]
    parent_page_types = ["defis.FactorIndexPage"]
    subpage_types: list[str] = []
    card_template = "defis/cards/factor.html"
    #: Its own page says what each of them tells of it.
    shown_by_itself = ("defis.defipage", "defis.followuppage")
    schema_type = "DefinedTerm"
    schema_is_work = False
    page_description = _("What stands in the way of défis, or helps them.")

    class Meta:
        verbose_name = _("obstacle or lever")
        verbose_name_plural = _("obstacles and levers")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..factors import read

        context = super().get_context(request, *args, **kwargs)
        context["reading"] = read(self, request)
        return context

    def sheet(self, request: HttpRequest) -> Sheet:
        return factor_sheet(self, request)


class FactorIndexPage(IndexPage):
    """The obstacles and levers."""

    subpage_types: ClassVar[list[str]] = ["defis.FactorPage"]
    page_description = _("Lists the obstacles and levers below it.")

    listing = Listing(
        model=FactorPage,
        facets=(
            Facet("type", _("Obstacle or lever"), "kind", choices=Factor.choices),
            Facet("famille", _("Family"), "family", choices=Family.choices),
        ),
        sorts=(
            Sort("nom", _("Name"), ("sort_title",)),
            Sort("recent", _("Newest first"), ("-first_published_at",)),
        ),
        columns=(
            Column(_("Obstacle or lever"), lambda page: page.get_kind_display()),
            Column(_("Family"), lambda page: page.get_family_display()),
        ),
        related=lambda pages, request: pages.select_related("locale", "cover"),
    )

    class Meta:
        verbose_name = _("list of obstacles and levers")
        verbose_name_plural = _("lists of obstacles and levers")
