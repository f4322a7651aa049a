"""A term of the glossary."""

from dataclasses import replace
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, TitleFieldPanel
from wagtail.search import index

from community.blocks import body_field
from community.pages import SUMMARY_LENGTH, CommunityPage, index_page, is_visible, rows_of
from community.pages.sorting import sort_key
from community.printing import Sheet

from ..glossary.a_to_z import letter_of
from ..glossary.blocks import ACRONYM, FORM, SYNONYM, names_field
from ..glossary.sheet import term_sheet


class GlossaryTermPage(CommunityPage):
    """A term. It and its short definition (the summary) are enough to publish."""

    summary = models.TextField(
        _("short definition"),
        max_length=SUMMARY_LENGTH,
        help_text=_("What texts show where they use the term: 300 characters at most."),
    )
    forms = names_field(_("other names"))
    in_text = models.BooleanField(
        _("define it where texts use it"),
        default=True,
        help_text=_("Untick it when the term is an ordinary word that texts use in other senses."),
    )
    plain = models.TextField(
        _("in plain words"),
        blank=True,
        help_text=_("The same for people who read with difficulty: short sentences, usual words."),
    )
    body = body_field(_("longer text"))
    letter = models.CharField(max_length=1, editable=False, default="", db_index=True)

    main_panels = [
        FieldPanel("plain"),
        FieldPanel("forms"),
        FieldPanel("in_text"),
        FieldPanel("body"),
        InlinePanel("term_relations", label=_("other term"), heading=_("Other terms")),
    ]
    search_fields = [
        *CommunityPage.search_fields,
        *(index.SearchField(name) for name in ("plain", "body", "forms")),
        # Who types EPCI is led to the term that it abbreviates.
        index.AutocompleteField("forms"),
    ]
    parent_page_types = ["methods.GlossaryIndexPage"]
    subpage_types: list[str] = []
    card_template = "methods/cards/term.html"
    schema_type = "DefinedTerm"
    schema_is_work = False
    printed_together = True
    backlink_label = _("Other terms that speak of it")
    page_description = _("A term of the glossary: it and a short definition are enough.")

    class Meta:
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary terms")

    @classmethod
    def title_panels(cls) -> list[Any]:
        return [TitleFieldPanel("title", heading=_("Term"))]

    def save(self, *args: Any, **kwargs: Any) -> Any:
        self.letter = letter_of(sort_key(self.title, self.written_in))
        return super().save(*args, **kwargs)

    def names(self, *kinds: str) -> list[str]:
        """Return its other names of these kinds, each once, in the editor's order."""
        found = (block["value"].strip() for block in self.forms.raw_data if block["type"] in kinds)
        return list(dict.fromkeys(name for name in found if name))

    @property
    def synonyms(self) -> list[str]:
        return self.names(SYNONYM)

    @property
    def acronyms(self) -> list[str]:
        return self.names(ACRONYM)

    @property
    def other_forms(self) -> list[str]:
        return self.names(FORM)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        related = self.related_terms(request)
        shown = {term.pk for _kind, terms in related for term in terms}
        context["related_terms"] = related
        context["backlinks"] = [
            replace(group, pages=others)
            for group in context["backlinks"]
            if (others := [page for page in group.pages if page.pk not in shown])
        ]
        return context

    def sheet(self, request: HttpRequest) -> Sheet | None:
        return term_sheet(self, request)

    def related_terms(self, request: HttpRequest) -> list[tuple[Any, list[Any]]]:
        """Return the visible terms related to this one, under the words for how they are."""
        rows = [
            row
            for row in rows_of(self, "term_relations", "term__locale")
            if row.term_id != self.pk and is_visible(request, row.term)
        ]
        found: dict[Any, list[Any]] = {}
        for row in rows:
            found.setdefault(row.get_kind_display(), []).append(row.term)
        return list(found.items())

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        from .glossary import GlossaryIndexPage

        data = super().structured_data(request)
        data["description"] = self.summary
        if names := self.names(SYNONYM, ACRONYM):
            data["alternateName"] = names
        glossary = index_page(request, GlossaryIndexPage)
        if glossary is not None and self.path.startswith(glossary.path):
            data["inDefinedTermSet"] = glossary.get_full_url(request)
        return data
