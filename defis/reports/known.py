"""What the team knows already: where the défi stands, what was promised, what stood in the way."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page

from community.pages import visible

from ..models import DefiPage, FactorPage, Family, FollowUpObstacle, FollowUpPage, Obstacle
from .reporter import Reporter


@dataclass(frozen=True)
class Step:
    """A step promised; ``id`` is that of its block, which follows it from report to report."""

    id: str
    text: str
    due: date | None = None
    done: bool = False
    given_up: bool = False

    @property
    def open(self) -> bool:
        """Whether its fate is not known yet."""
        return not (self.done or self.given_up)


@dataclass(frozen=True)
class Told:
    """An obstacle told before and not lifted since; ``key`` names its row."""

    key: str
    text: str
    factor: FactorPage | None


@dataclass(frozen=True)
class Known:
    """What the form starts from. ``latest``: the latest report that the team may read."""

    state: str
    latest: FollowUpPage | None = None
    steps: list[Step] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    factors: list[FactorPage] = field(default_factory=list)

    def by_family(self, kind: str) -> list[tuple[str, list[tuple[str, str]]]]:
        """The obstacles or the levers (a value of ``Factor``) of the list, as groups of choices."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for page in self.factors:
            if page.kind == kind:
                groups.setdefault(page.family, []).append((str(page.pk), page.title))
        return [(str(Family(family).label), pages) for family, pages in groups.items()]


def known(reporter: Reporter, request: HttpRequest) -> Known:
    """Return what the team of ``reporter`` knows today."""
    asked = reporter.asking(request)
    defi = reporter.defi
    reports = list(_reports(asked, defi))
    factors = visible(asked, FactorPage, language="all").filter(locale=defi.locale_id)
    return Known(
        state=reports[0].state if reports else defi.state,
        latest=reports[0] if reports else None,
        steps=[step for step in _latest_fates(reports, defi) if step.open],
        told=_told(reports, defi),
        factors=list(factors.order_by("kind", "family", "sort_title").only(*_FACTOR)),
    )


_FACTOR = ("title", "kind", "family", "path", "depth")


def _reports(request: HttpRequest, defi: DefiPage) -> Any:
    below = Q(pk__in=[])
    for path in DefiPage.objects.filter(translation_key=defi.translation_key).values_list("path"):
        below |= Q(path__startswith=path[0])
    pages = visible(request, FollowUpPage, language="all").filter(below)
    return pages.order_by("-date", "-pk")


def steps_of(page: FollowUpPage) -> list[Step]:
    """The steps that a follow-up tells of."""
    found = []
    for block in page.next_steps:
        value = block.value
        found.append(
            Step(
                str(block.id),
                value["text"],
                value["due"],
                bool(value["done"]),
                bool(value["given_up"]),
            )
        )
    return found


def _latest_fates(reports: Iterable[FollowUpPage], defi: DefiPage) -> list[Step]:
    """The steps with the fate that the latest report gives them; the défi's own before any."""
    fates: dict[str, Step] = {}
    for report in reports:
        for step in steps_of(report):
            fates.setdefault(step.id, step)
    return list(fates.values()) or [Step(str(each.id), each.value) for each in defi.next_steps]


def _told(reports: list[Page], defi: DefiPage) -> list[Told]:
    rows: list[tuple[str, Any]] = []
    met = FollowUpObstacle.objects.filter(page__in=reports).select_related("factor")
    lifted = {row.text.casefold() for row in met if row.lifted}
    rows += [(f"report-{row.pk}", row) for row in met]
    rows += [
        (f"defi-{row.pk}", row)
        for row in Obstacle.objects.filter(page=defi).select_related("factor")
    ]
    once: dict[str, Told] = {}
    for key, row in rows:
        if row.text.casefold() not in lifted:
            once.setdefault(row.text.casefold(), Told(key, row.text, row.factor))
    return list(once.values())
