"""The index of the glossary, from A to Z."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from community.listing import CARDS, Facet, Listing, Sort
from community.listing.results import Results
from community.pages import IndexPage, once

from ..glossary.a_to_z import LETTERS, groups, references_between
from ..glossary.lexicon import lexicon
from .term import GlossaryTermPage

LETTER = "lettre"
A_TO_Z = "nom"


class LetterFacet(Facet):
    """The letters, which stand above the list: the form only keeps those that are chosen."""

    template: ClassVar[str] = "methods/glossary/chosen_letters.html"


class GlossaryIndexPage(IndexPage):
    """The glossary."""

    subpage_types: ClassVar[list[str]] = ["methods.GlossaryTermPage"]
    schema_type = "DefinedTermSet"
    index_template = "methods/glossary_index.html"
    page_description = _("The glossary: lists the terms below it, from A to Z.")

    listing = Listing(
        model=GlossaryTermPage,
        facets=(
            LetterFacet(LETTER, _("Letter"), "letter", choices=LETTERS),
            Facet(
                "theme",
                _("Theme"),
                "page_themes__theme__slug",
                "page_themes__theme__name",
                followed_as="theme",
            ),
            Facet("etiquette", _("Tag"), "tagged_items__tag__slug", "tagged_items__tag__name"),
        ),
        sorts=(
            Sort(A_TO_Z, _("From A to Z"), ("sort_title",)),
            Sort("recent", _("Newest first"), ("-first_published_at",)),
        ),
        layouts=(CARDS,),
        page_size=25,
        cards="methods/glossary/terms.html",
    )

    class Meta:
        verbose_name = _("glossary")
        verbose_name_plural = _("glossaries")

    def results(self, request: HttpRequest) -> Results:
        # The list is asked for twice: to be read by people, and by machines.
        read = super().results
        return once(request, f"methods.glossary.results.{self.pk}", lambda: read(request))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        results = context["results"]
        context["letters"] = _letters(results)
        context["groups"] = _groups(results, request) if _is_a_to_z(results) else []
        return context

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        terms = [
            {
                "@type": GlossaryTermPage.schema_type,
                "name": page.title,
                "url": page.get_full_url(request),
            }
            for page in self.results(request).page
        ]
        return {**super().structured_data(request), **({"hasDefinedTerm": terms} if terms else {})}


def _letters(results: Results) -> list[dict[str, Any]]:
    """The letters of the bar: those under which a term stands."""
    facet = next((one for one in results.facets if one.facet.name == LETTER), None)
    return [
        {"label": option.label, "url": option.url, "current": option.selected}
        for option in (facet.options if facet else ())
    ]


def _is_a_to_z(results: Results) -> bool:
    return results.query.sort == A_TO_Z or not (results.query.sort or results.query.text)


def _groups(results: Results, request: HttpRequest) -> list[Any]:
    """The terms of this page of the list by letter, with the references that stand among them.

    References are left out of a list narrowed by words, a theme or a tag: who asks for these
    asks for terms.
    """
    pages = list(results.page)
    chosen = {name for name, values in results.query.values.items() if values}
    if not pages or results.query.text or chosen - {LETTER}:
        return groups(pages)
    first, last = pages[0].sort_title, pages[-1].sort_title
    references = references_between(
        lexicon(request),
        first,
        last,
        results.query.values[LETTER],
        at_start=results.page.number == 1,
    )
    return groups(pages, references)
