"""The documents of the demonstration; those of our own are made from their text."""

from typing import Any

from wagtail.models import Page

from community.demo.loader import DemoLoader, only

from ..models import (
    ResourceAudience,
    ResourceFile,
    ResourceIndexPage,
    ResourcePage,
    ResourceSubject,
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
    subjects = [ResourceSubject(subject=demo.at(path)) for path in row.get("about", ())]
    demo.page(
        index,
        ResourcePage,
        row["slug"],
        **only(row, "kind", "author"),
        **dict.fromkeys(row.get("phases", ()), True),
        address=row.get("url", ""),
        origin=_origin(demo, row),
        body=demo.body(row.get("body", ())),
        resource_files=[file for each in row.get("files", ()) for file in _files(demo, each)],
        resource_audiences=[ResourceAudience(role=roles[slug]) for slug in row["audiences"]],
        resource_temps=[ResourceTemps(temps=temps) for temps in row.get("temps", ())],
        resource_subjects=subjects,
        **demo.common(row),
    )


def _origin(demo: DemoLoader, row: dict[str, Any]) -> Page | None:
    """Return the edition, or its site, that a document comes from."""
    if "edition" not in row:
        return None
    return demo.at("/".join(["editions", str(row["edition"]), row.get("campus", "")]))


def _files(demo: DemoLoader, row: dict[str, Any]) -> list[ResourceFile]:
    """Return a file as plain text, which any device reads and any text editor opens."""
    lines = [row["title"], ""]
    for section in row["sections"]:
        lines += [section["heading"], *(f"- {line}" for line in section["lines"]), ""]
    content = "\r\n".join(lines).encode("utf-8-sig")
    document = demo.document("modele.txt", row["title"], content, licence="cc-by-sa-4.0")
    return [
        ResourceFile(document=document, **only(row, "language", "accessible", "text_alternative"))
    ]
