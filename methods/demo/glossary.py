"""The glossary of the demonstration."""

from typing import Any

from wagtail.models import Page

from community.demo.data import only
from community.demo.loader import DemoLoader

from ..glossary.blocks import ACRONYM, FORM, SYNONYM
from ..models import GlossaryIndexPage, GlossaryTermPage, TermRelation


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
        page.term_relations.commit()
        demo.revise(page)
