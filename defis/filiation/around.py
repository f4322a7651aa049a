"""What a page takes up, and what takes it up: for the page itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import HttpRequest

from community.pages import BacklinkGroup, is_visible, rows_of

from ..models import DefiPage, PrototypePage, Reprise


@dataclass(frozen=True)
class Around:
    """The visible pages that a défi takes up, with its notes; and the défis that take it up."""

    taken_from: list[tuple[Any, str]]
    taken_up_by: list[tuple[DefiPage, str]]

    def __bool__(self) -> bool:
        return bool(self.taken_from or self.taken_up_by)

    def not_again(self, groups: Iterable[BacklinkGroup]) -> list[BacklinkGroup]:
        """Return backlinks without the défis that are shown here."""
        shown = {defi.pk for defi, _note in self.taken_up_by}
        left = [
            BacklinkGroup(group.model, [page for page in group.pages if page.pk not in shown])
            for group in groups
        ]
        return [group for group in left if group.pages]


def around(page: DefiPage | PrototypePage, request: HttpRequest) -> Around:
    """Return what is taken up around ``page``, which may not be saved yet: one query.

    Who takes up a prototype of a défi takes up the défi.
    """
    rows = list(_rows(page)) if page.pk else []
    own = [row for row in rows if row.page_id == page.pk and isinstance(page, DefiPage)]
    if isinstance(page, DefiPage) and (not page.pk or "reprises" in _at_hand(page)):
        own = rows_of(page, "reprises")
    taken_from = {origin: row.note for row in own for origin in row.origins}
    others = {row.page: row.note for row in rows if row not in own and row.page_id != page.pk}
    return Around(
        [(one, note) for one, note in taken_from.items() if is_visible(request, one)],
        [
            (defi, note)
            for defi, note in others.items()
            if defi.locale_id == page.locale_id and is_visible(request, defi)
        ],
    )


def _rows(page: DefiPage | PrototypePage) -> Any:
    if isinstance(page, DefiPage):
        mine = Q(page=page.pk) | Q(defi=page.pk) | Q(prototype__prototype_defis__defi=page.pk)
    else:
        mine = Q(prototype=page.pk)
    related = ("page__locale", "page__edition", "page__campus", "defi__locale", "prototype__locale")
    return Reprise.objects.filter(mine).select_related(*related).order_by("pk").distinct()


def _at_hand(page: DefiPage) -> dict[str, Any]:
    return getattr(page, "_cluster_related_objects", {})
