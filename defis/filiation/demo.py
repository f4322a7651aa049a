"""The chain of reuse of the demonstration: made up, and saying so."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from community.demo.data import only
from community.demo.loader import DemoLoader
from community.models import Organisation, Territory
from events.models import CampusPage, EditionPage

from ..models import (
    DefiIndexPage,
    DefiPage,
    DefiPorteur,
    DefiTerritory,
    PrototypeDefi,
    PrototypeIndexPage,
    PrototypePage,
    Reprise,
)


def load_chain(demo: DemoLoader, defis: DefiIndexPage, prototypes: PrototypeIndexPage) -> None:
    """Make the défis of the chain below ``defis`` and their prototypes below ``prototypes``.

    They are dated in their time, so that they do not come before the others as the newest.
    """
    data = demo.data("defis/reprises")
    for row in data["organisation"]:
        natural = {"name": row["name"]}
        demo.keep(row["key"], Organisation, natural, **only(row, "kind"))
    for row in data["defi"]:
        if row["number"] == 1:
            _defi(demo, defis, row)
    for row in data["prototype"]:
        demo.page(
            prototypes,
            PrototypePage,
            row["slug"],
            prototype_defis=[PrototypeDefi(defi=demo.at(f"defis/{row['defi']}").specific)],
            **_common(demo, row),
            **only(row, "kind", "maturity"),
        )
    for row in data["defi"]:
        if row["number"] > 1:
            _defi(demo, defis, row)


def _defi(demo: DemoLoader, index: DefiIndexPage, row: dict[str, Any]) -> None:
    origin = demo.at(f"prototypes/{row['prototype']}").specific
    demo.page(
        index,
        DefiPage,
        row["slug"],
        porteurs=[
            DefiPorteur(organisation=demo.find(Organisation, key)) for key in row["porteurs"]
        ],
        territories=[
            DefiTerritory(territory=demo.find(Territory, key)) for key in row["territories"]
        ],
        reprises=[Reprise(prototype=origin, note=row["note"])],
        may_be_reused=True,
        adapted_from_title=origin.title,
        **_common(demo, row),
        **only(row, "number", "short_name", "initial_state"),
    )


def _common(demo: DemoLoader, row: dict[str, Any]) -> dict[str, Any]:
    edition = EditionPage.objects.descendant_of(demo.home).filter(slug=row["edition"]).first()
    campuses = CampusPage.objects.filter(slug=row["campus"])
    published = datetime.combine(row["published"], datetime.min.time())
    when = timezone.make_aware(published)
    return {
        **demo.common(row),
        "fictional": True,
        "edition": edition,
        "campus": campuses.child_of(edition).first() if edition else None,
        "first_published_at": when,
        "last_published_at": when,
    }
