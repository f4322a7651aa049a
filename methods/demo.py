"""The toolbox of the demonstration."""

from community.demo.loader import DemoLoader

from .models import MethodIndexPage, MethodPage, MethodTemps


def load(demo: DemoLoader) -> None:
    """Make the toolbox and its methods."""
    index = demo.page(
        demo.home,
        MethodIndexPage,
        "methodes",
        title="Boîte à outils",
        summary=("Des méthodes pour travailler ensemble, rangées par ce qu’elles aident à faire."),
    )
    for row in demo.data("methods/methods")["method"]:
        demo.page(
            index,
            MethodPage,
            row["slug"],
            family=row["family"],
            body=demo.body(row.get("body", ())),
            method_temps=[MethodTemps(temps=temps) for temps in row.get("temps", ())],
            **demo.common(row),
        )
