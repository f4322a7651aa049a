"""The défis of Rennes, their follow-ups (fictional) and the prototypes, for the demonstration."""

from typing import Any

from community.demo.data import only
from community.demo.loader import DemoLoader
from community.models import Organisation, Territory
from events.models import CampusPage, EditionPage

from .filiation.demo import load_chain
from .models import (
    DefiIndexPage,
    DefiPage,
    DefiPorteur,
    DefiTerritory,
    FactorIndexPage,
    FactorPage,
    FollowUpObstacle,
    FollowUpPage,
    Lever,
    Obstacle,
    PrototypeDefi,
    PrototypeIndexPage,
    PrototypePage,
)
from .moderation.demo import load_waiting
from .signals import refresh_state
from .steps import step_block
from .teams import add_member, team_of


def load(demo: DemoLoader) -> None:
    """Make obstacles and levers, défis, what became of them, then the prototypes."""
    factors = _factors(demo)
    index, defis = _defis(demo, factors)
    _follow_ups(demo, defis, factors)
    prototypes = _prototypes(demo, defis)
    load_chain(demo, index, prototypes)
    add_member(team_of(next(iter(defis.values()))), demo.users["porteur"])
    load_waiting(demo, defis)


def _factors(demo: DemoLoader) -> dict[str, FactorPage]:
    index = demo.page(
        demo.home,
        FactorIndexPage,
        "obstacles-et-leviers",
        title="Obstacles et leviers",
        summary=(
            "Ce qui freine les défis, ce qui les aide, et comment d’autres collectivités s’en "
            "sont sorties."
        ),
    )
    return {
        row["slug"]: demo.page(
            index,
            FactorPage,
            row["slug"],
            body=demo.body(row.get("body", ())),
            **only(row, "kind", "family"),
            **demo.common(row),
        )
        for row in demo.data("defis/factors")["factor"]
    }


def _named(row: dict[str, Any], factors: dict[str, FactorPage], *names: str) -> dict[str, Any]:
    """A row of data, where ``names`` give the slug of an obstacle or a lever of the list."""
    return {**row, **{name: factors[row[name]] for name in names if name in row}}


def _defis(
    demo: DemoLoader, factors: dict[str, FactorPage]
) -> tuple[DefiIndexPage, dict[str, DefiPage]]:
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
            obstacles=[
                Obstacle(**_named(obstacle, factors, "factor"))
                for obstacle in row.get("obstacles", ())
            ],
            levers=[Lever(**_named(lever, factors, "factor")) for lever in row.get("levers", ())],
            stakes=demo.body(row.get("stakes", ())),
            users=[
                {"type": "group", "value": {"posture": "", **group}}
                for group in row.get("users", ())
            ],
            **_places(demo, row),
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
    return index, pages


def _follow_ups(
    demo: DemoLoader, defis: dict[str, DefiPage], factors: dict[str, FactorPage]
) -> None:
    for row in demo.data("defis/follow_ups")["follow_up"]:
        demo.page(
            defis[row["defi"]],
            FollowUpPage,
            row["slug"],
            body=demo.body(row.get("body", ())),
            obstacles=[
                FollowUpObstacle(**_named(obstacle, factors, "factor", "lever"))
                for obstacle in row.get("obstacles", ())
            ],
            next_steps=[step_block(**step) for step in row.get("next_steps", ())],
            owner=demo.users["porteur"],
            **only(row, "date", "state", "learnt"),
            **demo.common(row),
        )
    for defi in defis.values():
        refresh_state(defi)


def _prototypes(demo: DemoLoader, defis: dict[str, DefiPage]) -> PrototypeIndexPage:
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
            **_places(demo, row),
            **only(row, "kind", "maturity"),
            **demo.common(row),
        )
    return index


def _places(demo: DemoLoader, row: dict[str, Any]) -> dict[str, Any]:
    """The edition and the site of a défi or a prototype."""
    edition = EditionPage.objects.descendant_of(demo.home).get(slug=row["edition"])
    campus = CampusPage.objects.child_of(edition).filter(slug=row.get("campus", "")).first()
    return {"edition": edition, "campus": campus}
