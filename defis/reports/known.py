"""What the team knows already: where the défi stands, what was promised, what stood in the way."""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from community.pages import visible

from ..models import DefiPage, FactorPage, Family, FollowUpObstacle, FollowUpPage, Obstacle
from ..steps import Step, blocks_of_steps, steps_known
from .reporter import Reporter


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
        steps=_open_steps(reports, defi),
        told=_told(reports, defi),
        factors=list(factors.order_by("kind", "family", "sort_title").only(*_FACTOR)),
    )


_FACTOR = ("title", "kind", "family", "path", "depth")


def _reports(request: HttpRequest, defi: DefiPage) -> Any:
    pages = visible(request, FollowUpPage, language="all").below(defi)
    return pages.order_by("-date", "-pk")


def _open_steps(reports: list[FollowUpPage], defi: DefiPage) -> list[Step]:
    """The steps that are still to be done; those of the latest report first, in its order."""
    known = {step.key: step for step in steps_known(defi, reports)}
    told = [key for report in reports for key, _value in blocks_of_steps(report)]
    return [known[key] for key in dict.fromkeys([*told, *known]) if known[key].is_open]


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
