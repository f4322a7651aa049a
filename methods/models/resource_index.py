"""The index of the documents."""

from typing import Any, ClassVar

from django.db.models import Prefetch
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from community.listing import Column, Facet, Flags, Listing, Sort
from community.models import Phase, Temps
from community.pages import IndexPage

from ..vocabularies import Accessible, FileLanguage, ResourceKind
from .resource import ResourcePage
from .resource_rows import ResourceFile


def with_files(pages: Any, request: HttpRequest) -> Any:
    """Read the files of the documents with them: a card says their formats."""
    files = ResourceFile.objects.select_related("document")
    return pages.select_related("cover").prefetch_related(Prefetch("resource_files", files))


def formats(page: ResourcePage) -> str:
    """Return the formats of a document's files, each once: "PDF, TXT"."""
    found = (row.document.file_extension.upper() for row in page.resource_files.all())
    return ", ".join(dict.fromkeys(found))


class ResourceIndexPage(IndexPage):
    """The shared library of documents."""

    subpage_types: ClassVar[list[str]] = ["methods.ResourcePage"]
    page_description = _("The library: lists the documents below it.")

    listing = Listing(
        model=ResourcePage,
        facets=(
            Facet("nature", _("Kind"), "kind", choices=ResourceKind.choices),
            Facet(
                "pour",
                _("For whom"),
                "resource_audiences__role__slug",
                "resource_audiences__role__title",
                page="resource_audiences__role",
            ),
            Flags("phase", _("Phase"), [(phase.value, phase.label) for phase in Phase]),
            Facet("temps", _("Temps"), "resource_temps__temps", choices=Temps.choices),
            Facet("origine", _("Comes from"), "origin_id", "origin__title", page="origin"),
            Facet(
                "langue",
                _("Language of the files"),
                "resource_files__language",
                choices=FileLanguage.choices,
            ),
            Facet(
                "accessibilite",
                _("Accessibility of the files"),
                "resource_files__accessible",
                choices=Accessible.choices,
            ),
            Facet("etiquette", _("Tag"), "tagged_items__tag__slug", "tagged_items__tag__name"),
        ),
        sorts=(
            Sort("titre", _("Title"), ("sort_title",)),
            Sort("recent", _("Newest first"), ("-first_published_at",)),
        ),
        columns=(
            Column(_("Kind"), lambda page: page.get_kind_display()),
            Column(_("Author"), lambda page: page.author),
            Column(_("Formats"), formats),
        ),
        related=with_files,
    )

    class Meta:
        verbose_name = _("library of documents")
        verbose_name_plural = _("libraries of documents")
