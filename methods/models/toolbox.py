"""The index of the methods."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from community.listing import Column, Facet, Listing, Sort
from community.models import Temps
from community.pages import IndexPage

from .families import Family
from .method import MethodPage


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
