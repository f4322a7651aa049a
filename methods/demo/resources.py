"""The documents of the demonstration; those of our own are made from their text."""

from typing import Any

from django.utils.text import slugify
from wagtail.models import Page

from community.demo.data import only
from community.demo.loader import DemoLoader
from community.models import Licence
from community.printing import lines, pdf

from ..models import (
    ResourceAudience,
    ResourceFile,
    ResourceIndexPage,
    ResourcePage,
    ResourceTemps,
    RolePage,
)


def load_resources(demo: DemoLoader, roles: dict[str, RolePage]) -> None:
    """Make the library; what its documents come from or speak of is joined at the end."""
    index = demo.page(
        demo.home,
        ResourceIndexPage,
        "base-documentaire",
        title="Base documentaire",
        summary="Synthèses, guides et trames à lire, à emporter et à adapter.",
    )

    def load_rows() -> None:
        for row in demo.data("methods/resources")["resource"]:
            _load(demo, index, row, roles)

    demo.at_the_end.append(load_rows)


def _load(demo: DemoLoader, index: Page, row: dict[str, Any], roles: dict[str, RolePage]) -> None:
    page = demo.page(
        index,
        ResourcePage,
        row["slug"],
        **only(row, "kind", "author"),
        **dict.fromkeys(row.get("phases", ()), True),
        address=row.get("url", ""),
        origin=_origin(demo, row),
        body=demo.body(row.get("body", ())),
        resource_files=[file for each in row.get("files", ()) for file in _files(demo, each, row)],
        resource_audiences=[ResourceAudience(role=roles[slug]) for slug in row["audiences"]],
        resource_temps=[ResourceTemps(temps=temps) for temps in row.get("temps", ())],
        **demo.common(row),
    )
    demo.relate(page, row.get("about", ()))


def _origin(demo: DemoLoader, row: dict[str, Any]) -> Page | None:
    """Return the edition, or its site, that a document comes from."""
    if "edition" not in row:
        return None
    return demo.at("/".join(["editions", str(row["edition"]), row.get("campus", "")]))


def _files(demo: DemoLoader, row: dict[str, Any], page: dict[str, Any]) -> list[ResourceFile]:
    """Return a document of our own twice: to print, and as text that any editor opens."""
    licence = Licence(page.get("licence", Licence.CC_BY_SA))
    rows = only(row, "language", "accessible", "text_alternative")
    made = (("pdf", _as_pdf), ("txt", _as_text))
    return [
        ResourceFile(
            document=demo.document(
                f"{slugify(row['title'])}.{format}",
                f"{row['title']} ({format.upper()})",
                make(row, licence),
                licence=licence,
            ),
            **rows,
        )
        for format, make in made
    ]


def _as_pdf(row: dict[str, Any], licence: Licence) -> bytes:
    """Return a tagged PDF."""
    data = {
        "title": row["title"],
        "sections": [
            {"heading": section["heading"], "blocks": lines(section["lines"])}
            for section in row["sections"]
        ],
        "licence": licence.label,
    }
    return pdf("methods/canvas.typ", data, title=row["title"], language=row["language"])


def _as_text(row: dict[str, Any], licence: Licence) -> bytes:
    """Return plain text with the line ends that every system reads."""
    written = [row["title"], ""]
    for section in row["sections"]:
        written += [section["heading"], *(f"- {line}" for line in section["lines"]), ""]
    written.append(str(licence.label))
    return "\r\n".join(written).encode("utf-8-sig")
