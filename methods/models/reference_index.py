"""The bibliography: the index of the references."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from community.listing import Column, Facet, Listing, Look, Sort
from community.pages import IndexPage

from ..bibliography.exports import export_links
from ..bibliography.shown import shown
from ..bibliography.styles import PARAMETER, STYLES
from ..bibliography.vocabulary import CslType
from ..bibliography.widgets import LANGUAGES
from .reference import ReferencePage


class ReferenceIndexPage(IndexPage):
    """The references that the community reads and cites."""

    subpage_types: ClassVar[list[str]] = ["methods.ReferencePage"]
    page_description = _("The bibliography: lists the references below it.")
    index_template = "methods/reference_index_page.html"

    listing = Listing(
        model=ReferencePage,
        facets=(
            Facet("type", _("Kind of document"), "csl_type", choices=CslType.choices),
            Facet("annee", _("Year"), "year", offered=15),
            Facet("langue", _("Language"), "language", choices=LANGUAGES),
            Facet("auteur", _("First author"), "first_name", offered=15),
            Facet(
                "etiquette",
                _("Tag"),
                "tagged_items__tag__slug",
                "tagged_items__tag__name",
                offered=15,
            ),
        ),
        page_size=12,
        sorts=(
            Sort("auteur", _("Author"), ("author_order", "sort_title")),
            Sort("annee", _("Latest year first"), ("-year", "author_order")),
            Sort("titre", _("Title"), ("sort_title",)),
            Sort("recent", _("Newest first"), ("-first_published_at",)),
        ),
        columns=(
            Column(_("Authors"), lambda page: page.authors),
            Column(_("Year"), lambda page: page.year or ""),
            Column(_("Kind of document"), lambda page: page.get_csl_type_display()),
        ),
        looks=(Look(PARAMETER, _("Style"), tuple(STYLES.items())),),
    )

    class Meta:
        verbose_name = _("bibliography")
        verbose_name_plural = _("bibliographies")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        query = context["results"].query.as_query()
        context["exports"] = export_links(self, request, query)
        context["references"] = shown(list(context["results"].page), request)
        return context
