"""The bibliography of the demonstration."""

from typing import Any

from wagtail.models import Page

from community.demo.loader import DemoLoader

from ..bibliography.items import fields_of
from ..bibliography.vocabulary import ALL_DATES
from ..models import ReferenceIndexPage, ReferencePage


def load_references(demo: DemoLoader) -> None:
    """Make the bibliography; its references are joined at the end to what they speak of."""
    index = demo.page(
        demo.home,
        ReferenceIndexPage,
        "bibliographie",
        title="Bibliographie",
        summary="Des livres, des articles et des rapports sur lesquels s’appuient nos méthodes. "
        "Tous existent : chaque notice mène au document.",
    )

    def load_rows() -> None:
        for row in demo.data("methods/references")["reference"]:
            _load(demo, index, row)

    demo.at_the_end.append(load_rows)


def _load(demo: DemoLoader, index: Page, row: dict[str, Any]) -> None:
    fields = fields_of(_item(row["csl"]), ReferencePage)
    page = demo.page(
        index,
        ReferencePage,
        row["slug"],
        **{**fields, "title": row.get("title", fields["title"])},
        **{name: value for name, value in demo.common(row).items() if name != "title"},
    )
    demo.relate(page, row.get("about", ()))


def _item(data: dict[str, Any]) -> dict[str, Any]:
    """The CSL item; the data write its dates as a list of one to three numbers."""
    return {
        name: {"date-parts": [value]} if name in ALL_DATES and isinstance(value, list) else value
        for name, value in data.items()
    }
