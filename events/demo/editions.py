"""The editions and their sites, for the demonstration."""

from community.demo.loader import DemoLoader, only
from community.models import Territory
from events.models import CampusPage, EditionIndexPage, EditionPage


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
            **only(row, *names),
            **demo.common(row),
        )
    for row in demo.data("events/campuses")["campus"]:
        demo.page(
            editions[row["edition"]],
            CampusPage,
            row["slug"],
            territory=demo.find(Territory, row["territory"]) if "territory" in row else None,
            body=demo.body(row.get("body", ())),
            **only(row, "time_zone", "venue", "starts_on", "ends_on"),
            **demo.common(row),
        )
