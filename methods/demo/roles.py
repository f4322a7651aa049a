"""The roles of the demonstration."""

from community.demo.data import only
from community.demo.loader import DemoLoader

from ..models import RoleIndexPage, RolePage


def load_roles(demo: DemoLoader) -> dict[str, RolePage]:
    """Make the roles, related in the end to the words they use; return them by slug."""
    rows = demo.data("methods/roles")["role"]
    index = demo.page(
        demo.home,
        RoleIndexPage,
        "roles",
        title="Rôles",
        summary="Qui fait quoi avant, pendant et après l’université, et le temps que cela prend.",
    )
    roles = {
        row["slug"]: demo.page(
            index,
            RolePage,
            row["slug"],
            **{
                name: demo.items(row.get(name, ()))
                for name in ("before", "during", "after", "skills", "training")
            },
            **only(row, "time"),
            day=demo.body(row.get("day", ())),
            **demo.common(row),
        )
        for row in rows
    }

    def relate() -> None:
        for row in rows:
            paths = [f"glossaire/{slug}" for slug in row.get("terms", ())]
            demo.relate(roles[row["slug"]], paths)

    demo.at_the_end.append(relate)
    return roles
