"""The défis of Rennes, their follow-ups (fictional) and the prototypes, for the demonstration."""

from typing import Any

from community.demo.loader import DemoLoader, only
from community.models import Organisation, Territory
from events.models import CampusPage, EditionPage

from .access import let_report
from .models import (
    DefiIndexPage,
    DefiPage,
    DefiPorteur,
    DefiTerritory,
    FollowUpPage,
    Lever,
    Obstacle,
    PrototypeDefi,
    PrototypeIndexPage,
    PrototypePage,
)
from .signals import refresh_state


def load(demo: DemoLoader) -> None:
    """Make the défis, then what became of them, then the prototypes."""
    defis = _defis(demo)
    _follow_ups(demo, defis)
    _prototypes(demo, defis)
    let_report(demo.users["porteur"], next(iter(defis.values())))


def _defis(demo: DemoLoader) -> dict[str, DefiPage]:
    index = demo.page(
        demo.home,
        DefiIndexPage,
        "defis",
        title="Défis",
        summary=(
            "Des questions posées par des collectivités, sans réponse connue d’avance : "
            "ce qu’elles étaient, ce qu’on en a fait, ce qu’elles sont devenues."
        ),
    )
    pages = {}
    for row in demo.data("defis/defis")["defi"]:
        pages[row["slug"]] = demo.page(
            index,
            DefiPage,
            row["slug"],
            porteurs=[
                DefiPorteur(organisation=demo.find(Organisation, porteur["organisation"]))
                for porteur in row["porteurs"]
            ],
            territories=[
                DefiTerritory(territory=demo.find(Territory, key))
                for key in row.get("territories", ())
            ],
            obstacles=[Obstacle(**obstacle) for obstacle in row.get("obstacles", ())],
            levers=[Lever(**lever) for lever in row.get("levers", ())],
            stakes=demo.body(row.get("stakes", ())),
            users=[
                {"type": "group", "value": {"posture": "", **group}}
                for group in row.get("users", ())
            ],
            **_places(row),
            **{
                name: demo.items(row.get(name, ()))
                for name in (
                    "stakeholders",
                    "expectations",
                    "irritants",
                    "open_questions",
                    "to_check",
                )
            },
            **only(
                row,
                "number",
                "short_name",
                "initial_state",
                "working_question",
                "more_information_url",
            ),
            **demo.common(row),
        )
    return pages


def _follow_ups(demo: DemoLoader, defis: dict[str, DefiPage]) -> None:
    for row in demo.data("defis/follow_ups")["follow_up"]:
        demo.page(
            defis[row["defi"]],
            FollowUpPage,
            row["slug"],
            body=demo.body(row.get("body", ())),
            obstacles_met=demo.items(row.get("obstacles_met", ())),
            obstacles_lifted=[
                {"type": "item", "value": {"lever": "", **lifted}}
                for lifted in row.get("obstacles_lifted", ())
            ],
            next_steps=[
                {"type": "step", "value": {"due": None, "done": False, **step}}
                for step in row.get("next_steps", ())
            ],
            owner=demo.users["porteur"],
            **only(row, "date", "state", "learnt"),
            **demo.common(row),
        )
    for defi in defis.values():
        refresh_state(defi)


def _prototypes(demo: DemoLoader, defis: dict[str, DefiPage]) -> None:
    index = demo.page(
        demo.home,
        PrototypeIndexPage,
        "prototypes",
        title="Prototypes",
        summary=(
            "Ce que les groupes ont fabriqué pour rendre leurs idées visibles et les mettre "
            "à l’épreuve."
        ),
    )
    for row in demo.data("defis/prototypes")["prototype"]:
        demo.page(
            index,
            PrototypePage,
            row["slug"],
            prototype_defis=[
                PrototypeDefi(defi=defis[tie["slug"]], confirmed=tie.get("confirmed", False))
                for tie in row.get("defis", ())
            ],
            **_places(row),
            **only(row, "kind", "maturity"),
            **demo.common(row),
        )


def _places(row: dict[str, Any]) -> dict[str, Any]:
    """The edition and the site of a défi or a prototype."""
    edition = EditionPage.objects.get(slug=row["edition"])
    campus = CampusPage.objects.child_of(edition).filter(slug=row.get("campus", "")).first()
    return {"edition": edition, "campus": campus}
