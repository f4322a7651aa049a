"""A reference of the bibliography: a CSL item that an editor can fill."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from community.pages import CommunityPage
from community.pages.sorting import sort_key

from ..bibliography.exports import export_links
from ..bibliography.identifiers import bare_doi
from ..bibliography.items import Item, item_of, year_of
from ..bibliography.names import full_name, names_as_csl, short_name
from ..bibliography.schema_org import work
from ..bibliography.shown import shown
from ..bibliography.styles import style_choices
from ..bibliography.vocabulary import TEXT_VARIABLES, NameRole
from ..bibliography.widgets import LANGUAGES
from ..bibliography.zotero import highwire
from .csl_fields import CslFields


class ReferencePage(CslFields, CommunityPage):
    """A book, an article, a page…: what it is, and our sentence about it (the summary).

    ``csl()`` gives it as an item of the Citation Style Language. The variables that have no field
    here stay in ``extra``, so that bringing in and taking out lose nothing.
    """

    year = models.SmallIntegerField(_("year"), null=True, editable=False, db_index=True)
    first_name = models.CharField(
        _("first author"), max_length=255, default="", editable=False, db_index=True
    )
    author_order = models.CharField(max_length=255, default="", editable=False, db_index=True)

    main_panels = [
        *CslFields.csl_panels,
        FieldPanel("abstract"),
        MultiFieldPanel(
            [FieldPanel("key"), FieldPanel("note"), FieldPanel("extra")],
            heading=_("For exchange with other software"),
            classname="collapsed",
        ),
    ]
    search_fields = [
        *CommunityPage.search_fields,
        *(
            index.SearchField(name)
            for name in ("names", "container_title", "publisher", "abstract", "doi", "isbn")
        ),
    ]
    override_translatable_fields = [
        SynchronizedField(name)
        for name in ("title", "names", "key", "extra", *TEXT_VARIABLES, "issued", "accessed")
        if name != "abstract"
    ]
    parent_page_types = ["methods.ReferenceIndexPage"]
    subpage_types: list[str] = []
    card_template = "methods/cards/reference.html"
    template = "methods/reference_page.html"
    backlink_label = _("Bibliography")
    page_description = _("A reference: a book, an article, a report… that pages can cite.")

    class Meta:
        verbose_name = _("reference")
        verbose_name_plural = _("references")

    def csl(self) -> Item:
        """Return the reference as a CSL-JSON item."""
        return item_of(self)

    def clean(self) -> None:
        super().clean()
        self.doi = bare_doi(self.doi)
        if not isinstance(self.extra, dict):
            raise ValidationError({"extra": _("Write an object: { } with names and values.")})

    def save(self, *args: Any, **kwargs: Any) -> Any:
        item = self.csl()
        self.year = year_of(item)
        self.first_name = next((short_name(name) for _role, name in self.people), "")[:255]
        first = f"{self.first_name or self.title} {self.year or ''}"
        self.author_order = sort_key(first, self.language or self.written_in)[:255]
        return super().save(*args, **kwargs)

    @property
    def people(self) -> list[tuple[str, dict[str, str]]]:
        """The names with their role, authors first."""
        roles = names_as_csl(self.names)
        order = sorted(roles, key=lambda role: role != NameRole.AUTHOR)
        return [(role, name) for role in order for name in roles[role]]

    @property
    def where_to_read(self) -> str:
        """Where the document is: its address, or the one that its DOI leads to."""
        return self.address or (f"https://doi.org/{self.doi}" if self.doi else "")

    @property
    def language_name(self) -> str:
        """The name of its language, the code when it is not a usual one."""
        return str(dict(LANGUAGES).get(self.language.lower().split("-")[0], self.language))

    @property
    def authors(self) -> str:
        """The authors in reading order, for a table."""
        return ", ".join(full_name(name) for role, name in self.people if role == NameRole.AUTHOR)

    @property
    def credited(self) -> list[tuple[str, list[str]]]:
        """The names under what each role is called."""
        roles: dict[str, list[str]] = {}
        for role, name in self.people:
            roles.setdefault(str(NameRole(role).label), []).append(full_name(name))
        return list(roles.items())

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        """The page, and as its main entity the work that it is about."""
        return {**super().structured_data(request), "mainEntity": work(self.csl())}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "reference": shown([self], request)[0],
            "exports": export_links(self, request),
            "style_choices": style_choices(request),
            "highwire": highwire(self.csl(), self.get_full_url(request) or ""),
        }
