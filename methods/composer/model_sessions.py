"""Between a model session and the composer: one becomes the other."""

from collections.abc import Collection
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from community.pages import is_visible, rows_of

from ..models import ModelSessionPage, ModelSessionRow
from .catalogue import catalogue_of
from .facts import fact_of, known
from .plan import LONGEST, SHORTEST, Item, Kind, Plan, Wish
from .query import query_of
from .rows import sheet_of

#: Stands for a method that is not for everybody: its address is not told either.
HIDDEN = "-"


def plan_of_page(page: ModelSessionPage, request: HttpRequest) -> Plan:
    """Return a model session as the composer takes it, methods that are not public left out."""
    rows = rows_of(page, "session_rows", "method")
    hidden = [row for row in rows if row.method and not is_visible(request, row.method)]
    return plan_of_rows(page, rows, hidden)


def plan_of_rows(
    page: ModelSessionPage, rows: list[ModelSessionRow], hidden: Collection[ModelSessionRow] = ()
) -> Plan:
    """Return the items of a model session as a plan; of ``hidden`` rows no method is told."""
    items = []
    for row in rows:
        slug = row.method.slug if row.method else ""
        method = HIDDEN if row in hidden else slug
        items.append(Item(Kind(row.kind), row.minutes, method, row.title, row.note))
    minutes = min(max(sum(item.minutes for item in items), SHORTEST), LONGEST)
    wish = Wish(minutes, page.people, page.aim, page.format)
    return Plan(wish, tuple(items), page.title)


def rows_of_plan(plan: Plan, pages: dict[str, Any]) -> list[ModelSessionRow]:
    """Return a session as the rows of a model session; ``pages`` holds the methods by slug."""
    return [
        ModelSessionRow(
            kind=item.kind,
            minutes=item.minutes,
            method=pages.get(item.method),
            title=item.title,
            note=item.note,
        )
        for item in plan.items
    ]


def shown(page: ModelSessionPage, request: HttpRequest) -> dict[str, Any]:
    """Return what the public page of a model session shows."""
    plan = plan_of_page(page, request)
    found = known(request, plan.used)
    facts = catalogue_of(fact_of(each.page) for each in found.values())
    return {
        "sheet": sheet_of(plan, facts, found),
        "plan": plan,
        "use": f"{reverse('methods:composer')}?{query_of(plan)}",
    }
