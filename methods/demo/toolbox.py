"""The methods of the demonstration."""

from collections.abc import Iterable
from typing import Any

from community.demo.data import only
from community.demo.loader import DemoLoader

from ..models import (
    MethodIndexPage,
    MethodPage,
    MethodRole,
    MethodTemps,
    RolePage,
)


def load_methods(demo: DemoLoader, roles: dict[str, RolePage]) -> None:
    """Make the toolbox and its methods."""
    index = demo.page(
        demo.home,
        MethodIndexPage,
        "methodes",
        title="Boîte à outils",
        summary="Des méthodes pour travailler ensemble, rangées par ce qu’elles aident à faire.",
    )
    for row in demo.data("methods/methods")["method"]:
        demo.page(
            index,
            MethodPage,
            row["slug"],
            **only(row, "family", "part", "space", "difficulty"),
            **_range("minutes", row),
            **_range("people", row),
            **dict.fromkeys((*row.get("formats", ()), *row.get("phases", ())), True),
            **{
                name: demo.items(row.get(name, ()))
                for name in ("use_when", "avoid_when", "tips", "traps", "questions")
            },
            body=demo.body(row.get("body", ())),
            materials=_blocks("material", row.get("materials", ())),
            steps=_blocks("step", map(_step, row.get("steps", ()))),
            variants=_blocks("variant", map(_variant, row.get("variants", ()))),
            method_temps=[MethodTemps(temps=temps) for temps in row.get("temps", ())],
            method_roles=[
                MethodRole(role=roles[needed["role"]], number=needed.get("number", 1))
                for needed in row.get("roles", ())
            ],
            **demo.common(row),
        )


def _range(name: str, row: dict[str, Any]) -> dict[str, int]:
    """Return the ``<name>_min`` and ``<name>_max`` of a list of one number or two."""
    return dict(zip((f"{name}_min", f"{name}_max"), row.get(name, ()), strict=False))


def _blocks(kind: str, values: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"type": kind, "value": value} for value in values]


def _step(row: dict[str, Any]) -> dict[str, Any]:
    return {**only(row, "title", "minutes", "grouping", "size"), "instruction": row["html"]}


def _variant(row: dict[str, Any]) -> dict[str, Any]:
    return {"title": row["title"], "text": row["html"]}
