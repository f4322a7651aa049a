"""The words of fiches and follow-ups on obstacles and levers, with the page that each is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, BooleanField, CharField, QuerySet, Value
from django.db.models.functions import Cast
from django.http import HttpRequest

from community.pages import rows_of, visible

from ..models import DefiPage, FactorPage, FollowUpObstacle, Lever, Obstacle


@dataclass
class Words:
    """A row in somebody's words; ``factor_shown`` and ``lever_shown`` are visible pages."""

    text: str
    to_check: bool = False
    lifted: bool = False
    how: str = ""
    factor_id: int | None = None
    lever_id: int | None = None
    factor_shown: FactorPage | None = None
    lever_shown: FactorPage | None = None


@dataclass(frozen=True)
class Told:
    """What a fiche and its follow-ups say; ``met`` gives the rows of each follow-up by its key."""

    obstacles: list[Words]
    levers: list[Words]
    met: dict[int, list[Words]]


def words_on(defi: DefiPage, follow_ups: Iterable[Any], request: HttpRequest) -> Told:
    """Return what ``defi`` and its visible ``follow_ups`` say of obstacles and levers: two queries.

    In a preview the rows of the fiche are in memory: they are read where they are.
    """
    told = Told([], [], {})
    groups = {"obstacle": told.obstacles, "lever": told.levers}
    for kind, page, *values in _rows(defi, [page.pk for page in follow_ups]):
        rows = groups.get(kind) if kind in groups else told.met.setdefault(page, [])
        rows.append(Words(*values))
    changed = getattr(defi, "_cluster_related_objects", {})
    for relation, rows in (("obstacles", told.obstacles), ("levers", told.levers)):
        if relation in changed:
            rows[:] = words_of(rows_of(defi, relation))
    every = [*told.obstacles, *told.levers, *(row for rows in told.met.values() for row in rows)]
    show_pages(every, request)
    return told


def words_of(rows: Iterable[Any]) -> list[Words]:
    """Return rows of a fiche or of a follow-up as words."""
    names = ("text", "to_check", "lifted", "how", "factor_id", "lever_id")
    return [Words(**{n: getattr(row, n) for n in names if hasattr(row, n)}) for row in rows]


def show_pages(words: list[Words], request: HttpRequest) -> list[Words]:
    """Give ``words`` the visible pages they are about: one query, none when there is nothing."""
    keys = {key for row in words for key in (row.factor_id, row.lever_id)} - {None}
    pages: dict[int | None, Any] = {}
    if keys:
        found = visible(request, FactorPage, language="all").filter(pk__in=keys)
        pages |= {page.pk: page for page in found.select_related("locale").defer("body")}
    for row in words:
        row.factor_shown, row.lever_shown = pages.get(row.factor_id), pages.get(row.lever_id)
    return words


def _rows(defi: DefiPage, follow_ups: list[int]) -> Iterable[tuple[Any, ...]]:
    """Three tables in one query: which, whose, and the fields of :class:`Words`."""
    no, nothing = Value(False, BooleanField()), Value("", CharField())
    nobody = Cast(Value(None), BigIntegerField())

    def read(rows: QuerySet, kind: str, *columns: Any) -> QuerySet:
        which = Value(kind, CharField())
        return rows.order_by().values_list(which, "page_id", *columns, "sort_order", "pk")

    fiche = ("text", "to_check", no, nothing, "factor_id", nobody)
    met = ("text", no, "lifted", "how", "factor_id", "lever_id")
    found = read(FollowUpObstacle.objects.filter(page__in=follow_ups), "met", *met).union(
        read(Obstacle.objects.filter(page=defi.pk), "obstacle", *fiche),
        read(Lever.objects.filter(page=defi.pk), "lever", *fiche),
        all=True,
    )
    ordered = sorted(found, key=lambda row: (row[-2] or 0, row[-1]))
    return [row[:-2] for row in ordered]
