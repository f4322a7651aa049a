"""The glossary of the demonstration, and the terms that are there in English too."""

from typing import Any

from django.utils.text import slugify
from wagtail.models import Locale, Page

from community.demo.loader import DemoLoader, only

from ..glossary.blocks import ACRONYM, FORM, SYNONYM
from ..models import GlossaryIndexPage, GlossaryTermPage, TermRelation

Rows = list[dict[str, Any]]


def load_glossary(demo: DemoLoader) -> None:
    """Make the glossary and its terms, then what leads from one to another."""
    rows = demo.data("methods/glossary")["term"]
    index = demo.page(
        demo.home,
        GlossaryIndexPage,
        "glossaire",
        title="Glossaire",
        summary="Les mots de la communauté, ceux de l’administration et ceux du design, expliqués.",
    )
    terms, new = {}, []
    for row in rows:
        before = demo.created
        terms[row["slug"]] = _term(demo, index, row)
        if demo.created > before:
            new.append(row)
    for row in new:
        _relate(demo, terms, row)

    def relate() -> None:
        for row in rows:
            demo.relate(terms[row["slug"]], row.get("about", ()))

    demo.at_the_end.append(relate)
    # The English home page belongs to another plugin: it is there once all have loaded.
    demo.at_the_end.append(lambda: _load_english(demo, index, terms, rows))


def _term(demo: DemoLoader, index: Page, row: dict[str, Any]) -> GlossaryTermPage:
    names = (("acronyms", ACRONYM), ("synonyms", SYNONYM), ("forms", FORM))
    return demo.page(
        index,
        GlossaryTermPage,
        row["slug"],
        forms=[one for key, kind in names for one in demo.items(row.get(key, ()), kind)],
        body=demo.body(row.get("body", ())),
        **only(row, "in_text", "plain"),
        **demo.common(row),
    )


def _relate(demo: DemoLoader, terms: dict[str, GlossaryTermPage], row: dict[str, Any]) -> None:
    relations = [
        TermRelation(term=terms[slug], kind=kind)
        for kind in TermRelation.Kind
        for slug in row.get(kind, ())
    ]
    if relations:
        page = terms[row["slug"]]
        page.term_relations.add(*relations)
        page.live_revision = page.save_revision(
            user=demo.users["editor"], changed=False, clean=False
        )
        page.save()


def _load_english(
    demo: DemoLoader, index: Page, terms: dict[str, GlossaryTermPage], rows: Rows
) -> None:
    english = Locale.objects.filter(language_code="en").first()
    home = demo.home.get_translation_or_none(english) if english else None
    if home is None:
        return
    twin = {"locale": english, "translation_key": index.translation_key}
    summary = "The words of the community, of local government and of design, explained."
    above = demo.page(
        home, GlossaryIndexPage, "glossary", title="Glossary", summary=summary, **twin
    )
    for row in rows:
        if "english" in row:
            key = terms[row["slug"]].translation_key
            demo.page(
                above,
                GlossaryTermPage,
                slugify(row["english"]["title"]),
                locale=english,
                translation_key=key,
                **only(row, "in_text"),
                **only(row["english"], "title", "summary"),
                **demo.source(row.get("source")),
            )
