"""The territories, organisations, people and themes of the demonstration."""

from wagtail.models import Locale

from community.models import Organisation, Person, Territory, Theme, ThemeScheme

from .data import only
from .loader import DemoLoader


def load_vocabularies(demo: DemoLoader) -> None:
    """Make what the pages of every plugin point to."""
    _territories(demo)
    _organisations_and_people(demo)
    _themes(demo)


def _territories(demo: DemoLoader) -> None:
    for row in demo.data("community/territories")["territory"]:
        parent = demo.find(Territory, row["parent"]) if "parent" in row else None
        natural = {"parent": parent, **only(row, "name", "kind")}
        rest = only(row, "code", "population", "population_note", "latitude", "longitude")
        demo.keep(row["key"], Territory, natural, **rest)


def _organisations_and_people(demo: DemoLoader) -> None:
    for row in demo.data("community/organisations")["organisation"]:
        place = demo.find(Territory, row["territory"]) if "territory" in row else None
        rest = only(row, "acronym", "kind", "url")
        demo.keep(row["key"], Organisation, only(row, "name"), territory=place, **rest)
    for row in demo.data("community/people")["person"]:
        name = only(row, "given_name", "family_name")
        employer = row.get("organisation")
        organisation = demo.find(Organisation, employer) if employer else None
        rest = only(row, "public_source", "url")
        demo.keep(row["key"], Person, name, organisation=organisation, **rest)


def _themes(demo: DemoLoader) -> None:
    data = demo.data("community/themes")
    french = Locale.get_default()
    for row in data["scheme"]:
        natural = {"slug": row["key"], "locale": french}
        origin = demo.source(row.get("source")).get("source_title", "")
        demo.keep(row["key"], ThemeScheme, natural, name=row["name"], source=origin)
    for number, row in enumerate(data["theme"]):
        natural = {"slug": row["key"], "locale": french}
        scheme = demo.find(ThemeScheme, row["scheme"])
        key = f"{row['scheme']}/{row['key']}"
        demo.keep(key, Theme, natural, name=row["name"], scheme=scheme, sort_order=number)
