"""The défis that met an obstacle or have a lever, each once, as the visitor may know them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.paginator import Page as ResultPage
from django.core.paginator import Paginator
from django.http import HttpRequest

from community.pages import visible

from ..models import DefiPage, FactorPage
from .told import Told, told_of

#: So many défis on one page of a factor; so many ways of lifting an obstacle, the latest first.
DEFIS_SHOWN, LIFTED_SHOWN = 20, 20


@dataclass
class Meeting:
    """A défi that met a factor, with what its fiche and its follow-ups say of it, oldest first."""

    defi: DefiPage
    told: list[Told] = field(default_factory=list)

    @property
    def lifted(self) -> bool:
        """Whether the last follow-up that speaks of it says that the obstacle is lifted."""
        return bool(self.told) and self.told[-1].lifted


@dataclass(frozen=True)
class Lifting:
    """How an obstacle was lifted, in which défi, by which lever; ``factor`` is the obstacle."""

    told: Told
    defi: DefiPage
    factor: FactorPage | None
    lever: FactorPage | None


@dataclass(frozen=True)
class Reading:
    """All that a factor's page tells; ``meetings`` is one page of them, latest news first."""

    meetings: ResultPage
    liftings: list[Lifting]
    relatives: list[FactorPage]


def read(factor: FactorPage, request: HttpRequest) -> Reading:
    """Return who met ``factor`` and what came of it: four queries, however long its history."""
    told = told_of(factor, request) if factor.pk else []
    newest = sorted(told, key=lambda one: one.day, reverse=True)
    lifted = [one for one in newest if one.tells_how][:LIFTED_SHOWN]
    places = list(dict.fromkeys(one.defi for one in newest))
    page = Paginator(places, DEFIS_SHOWN).get_page(request.GET.get("page"))

    wanted = {*page.object_list, *(one.defi for one in lifted)}
    found = visible(request, DefiPage).filter(path__in=wanted)
    defis = {defi.path: defi for defi in found.select_related("locale", "campus", "edition")}
    meetings = {place: Meeting(defis[place]) for place in page.object_list if place in defis}
    for one in reversed(newest):
        if one.defi in meetings:
            meetings[one.defi].told.append(one)
    page.object_list = list(meetings.values())

    near = _near(factor, lifted, request)
    return Reading(
        page,
        [
            Lifting(one, defis[one.defi], near.get(one.factor_id), near.get(one.lever_id))
            for one in lifted
            if one.defi in defis
        ],
        [other for other in near.values() if other.family == factor.family],
    )


def _near(
    factor: FactorPage, lifted: Iterable[Told], request: HttpRequest
) -> dict[int | None, FactorPage]:
    """The other visible factors of the same family, and those named where it was lifted."""
    named = {key for one in lifted for key in (one.factor_id, one.lever_id)}
    pages = visible(request, FactorPage).exclude(pk=factor.pk)
    near = pages.filter(family=factor.family) | pages.filter(pk__in=named - {None})
    ordered = near.select_related("locale").order_by("-kind", "sort_title")
    return {other.pk: other for other in ordered}
