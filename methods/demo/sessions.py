"""The model sessions of the demonstration, and one session that its editor saved."""

from community.demo.data import only
from community.demo.loader import DemoLoader

from ..composer.model_sessions import plan_of_rows
from ..composer.query import state_of
from ..models import (
    MethodPage,
    ModelSessionIndexPage,
    ModelSessionPage,
    ModelSessionRow,
    SessionPlan,
)


def load_sessions(demo: DemoLoader) -> None:
    """Make the list of model sessions, its pages, and a saved copy of the first one."""
    index = demo.page(
        demo.home,
        ModelSessionIndexPage,
        "seances-types",
        title="Séances types",
        summary="Des déroulés à reprendre et à changer, selon le temps, le groupe et le but.",
    )
    pages = [_session(demo, index, row) for row in demo.data("methods/sessions")["session"]]
    first = pages[0]
    plan = plan_of_rows(first, list(first.session_rows.select_related("method")))
    SessionPlan.objects.get_or_create(
        owner=demo.users["editor"],
        title=first.title,
        defaults={"state": state_of(plan)},
    )


def _session(demo: DemoLoader, index: ModelSessionIndexPage, row: dict) -> ModelSessionPage:
    # A method that the data do not describe yet leaves its minutes and its title.
    methods = {page.slug: page for page in MethodPage.objects.filter(locale=index.locale)}
    rows = [
        ModelSessionRow(
            method=methods.get(item.get("method")), **only(item, "kind", "minutes", "title", "note")
        )
        for item in row["items"]
    ]
    return demo.page(
        index,
        ModelSessionPage,
        row["slug"],
        **only(row, "aim", "people", "format"),
        body=demo.body(row.get("body", ())),
        session_rows=rows,
        **demo.common(row),
    )
