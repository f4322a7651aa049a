"""The editions and their sites, for the demonstration."""

import csv
from io import StringIO
from typing import Any

from community.demo.data import only
from community.demo.loader import DemoLoader
from community.models import Organisation, Territory
from events.coordination.groups import coordinators_group
from events.models import (
    CampusPage,
    EditionDocument,
    EditionIndexPage,
    EditionPage,
    EditionPartner,
)


def load_editions(demo: DemoLoader) -> None:
    """Make the editions of 2016 to 2019 and the sites that the sources name."""
    index = demo.page(
        demo.home,
        EditionIndexPage,
        "editions",
        title="Éditions",
        summary=("Chaque été, une université ; chaque année, davantage de sites et de défis."),
    )
    editions = {}
    for row in demo.data("events/editions")["edition"]:
        names = ("year", "ordinal", "short_name", "motto", "starts_on", "ends_on", "phase")
        editions[row["slug"]] = demo.page(
            index,
            EditionPage,
            row["slug"],
            other_names=demo.items(row.get("aliases", ())),
            body=demo.body(row.get("body", ())),
            partners=[_partner(demo, partner) for partner in row.get("partners", ())],
            documents=_documents(demo, row),
            **only(row, *names),
            **demo.common(row),
        )
    for row in demo.data("events/campuses")["campus"]:
        _campus(demo, editions[row["edition"]], row)
    rennes = CampusPage.objects.child_of(editions["2018"]).get(slug="rennes")
    demo.users["campus"].groups.add(coordinators_group(rennes))


def _campus(demo: DemoLoader, edition: EditionPage, row: dict[str, Any]) -> None:
    names = ("time_zone", "venue", "address", "access", "starts_on", "ends_on")
    demo.page(
        edition,
        CampusPage,
        row["slug"],
        territory=demo.find(Territory, row["territory"]) if "territory" in row else None,
        body=demo.body(row.get("body", ())),
        practical=demo.body(row.get("practical", ())),
        **only(row, *names),
        **demo.common(row),
    )


def _partner(demo: DemoLoader, row: dict[str, str]) -> EditionPartner:
    organisation = demo.find(Organisation, row["organisation"])
    return EditionPartner(organisation=organisation, **only(row, "role", "note"))


def _documents(demo: DemoLoader, row: dict[str, Any]) -> list[EditionDocument]:
    """The figures of the edition as a table to download, where the data give it a title."""
    title = row.get("figures_as_document")
    if not title:
        return []
    table = StringIO()
    lines = csv.writer(table, delimiter=";")
    lines.writerow(("Mesure", "Valeur", "Précision", "Périmètre", "Source"))
    for figure in row["figures"]:
        told = (figure.get("qualifier", ""), figure.get("perimeter", ""))
        source = demo.source(figure["source"])["source_title"]
        lines.writerow((figure["measure"], figure["value"], *told, source))
    content = table.getvalue().encode("utf-8-sig")
    name = f"chiffres-{row['slug']}.csv"
    document = demo.document(name, title, content, licence="etalab-2.0", author="Maillage")
    return [EditionDocument(document=document)]
