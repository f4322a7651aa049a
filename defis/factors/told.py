"""What fiches and follow-ups say of obstacles and levers, read from their rows."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Length, Substr
from django.http import HttpRequest

from community.pages import visible

from ..models import DefiPage, FactorPage, FollowUpObstacle, FollowUpPage, Lever, Obstacle


@dataclass(frozen=True)
class Told:
    """What a fiche (it has no ``when``) or a follow-up says; ``defi`` is a path of the tree."""

    defi: str
    text: str
    when: date | None = None
    slug: str = ""
    lifted: bool = False
    how: str = ""
    factor_id: int | None = None
    lever_id: int | None = None

    @property
    def day(self) -> date:
        """The date to sort by: a fiche comes before any follow-up."""
        return self.when or date.min

    @property
    def tells_how(self) -> bool:
        """Whether it says that the obstacle was lifted, or how."""
        return self.lifted or bool(self.how)


def told_of(factor: FactorPage, request: HttpRequest) -> list[Told]:
    """Return all that the visitor may read of ``factor``: two queries."""
    obstacles, levers = (
        of_fiches(rows, request).filter(factor_id=factor.pk).values_list("defi", "text")
        for rows in (Obstacle.objects, Lever.objects)
    )
    found = [Told(defi, text) for defi, text in obstacles.union(levers)]
    rows = of_follow_ups(request).filter(Q(factor_id=factor.pk) | Q(lever_id=factor.pk))
    columns = ("page__date", "page__slug", "lifted", "how", "factor_id", "lever_id")
    return found + [Told(*row) for row in rows.values_list("defi", "text", *columns)]


def of_fiches(rows: QuerySet, request: HttpRequest) -> QuerySet:
    """Keep the rows of visible défis; ``defi`` is the path of each."""
    told = rows.filter(page__in=visible(request, DefiPage).order_by().values("pk"))
    return told.annotate(defi=F("page__path")).order_by()


def of_follow_ups(request: HttpRequest) -> QuerySet:
    """Return the rows of visible follow-ups of visible défis; ``defi`` is the défi's path."""
    seen = visible(request, FollowUpPage).order_by().values("pk")
    above = Substr("page__path", 1, Length("page__path") - FollowUpPage.steplen)
    rows = FollowUpObstacle.objects.filter(page__in=seen).annotate(defi=above)
    defis = visible(request, DefiPage).order_by().values("path")
    return rows.filter(defi__in=defis).order_by()
