"""A role that people hold in the community, and the index of the roles."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from community.blocks import body_field, list_field
from community.listing import Column, Facet, Listing, Sort
from community.pages import CommunityPage, IndexPage


class RolePage(CommunityPage):
    """What somebody in this role does before, during and after a university.

    Who held it stands in the credits, with each person's consent; the methods that it uses refer
    to it and show as backlinks.
    """

    before = list_field(_("before"))
    during = list_field(_("during"))
    after = list_field(_("after"))
    skills = list_field(_("skills"))
    time = models.CharField(
        _("time it takes"),
        max_length=255,
        blank=True,
        help_text=_("An honest order of magnitude, before, during and after."),
    )
    day = body_field(_("a day in its life"))
    training = list_field(_("training"))

    main_panels = [
        MultiFieldPanel(
            [FieldPanel("before"), FieldPanel("during"), FieldPanel("after")],
            heading=_("What the role does"),
        ),
        FieldPanel("skills"),
        FieldPanel("time"),
        FieldPanel("day"),
        FieldPanel("training"),
    ]
    search_fields = [
        *CommunityPage.search_fields,
        *(index.SearchField(name) for name in ("before", "during", "after", "skills", "day")),
    ]
    parent_page_types = ["methods.RoleIndexPage"]
    subpage_types: list[str] = []
    schema_type = "DefinedTerm"
    schema_is_work = False
    page_description = _("A role: what it does before, during and after, the time it takes.")

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")


class RoleIndexPage(IndexPage):
    """The roles of the community."""

    subpage_types: ClassVar[list[str]] = ["methods.RolePage"]
    page_description = _("The roles: lists those below it.")

    listing = Listing(
        model=RolePage,
        facets=(
            Facet("etiquette", _("Tag"), "tagged_items__tag__slug", "tagged_items__tag__name"),
        ),
        sorts=(
            Sort("nom", _("Name"), ("sort_title",)),
            Sort("recent", _("Newest first"), ("-first_published_at",)),
        ),
        columns=(
            Column(_("In short"), lambda page: page.summary),
            Column(_("Time it takes"), lambda page: page.time),
        ),
        related=lambda pages, request: pages.select_related("cover"),
    )

    class Meta:
        verbose_name = _("list of roles")
        verbose_name_plural = _("lists of roles")
