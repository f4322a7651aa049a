"""The teams of all the défis that somebody keeps, with what tells those in trouble."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, Max, OuterRef, QuerySet

from ..models import DefiPage, FollowUpPage, Membership, Reminder
from .rights import Role


@dataclass(frozen=True)
class TeamRow:
    """A défi, who is in its team, and when it was last heard of."""

    defi: DefiPage
    members: list[Membership]
    last_told: date | None
    may_publish: bool
    #: How many reminders in a row, the last ones, had no answer.
    silences: int

    @property
    def has_porteur(self) -> bool:
        """Whether somebody is in charge of telling."""
        return any(member.role == Role.PORTEUR for member in self.members)

    @property
    def last_seen(self) -> datetime | None:
        """When one of them last signed in; shown by the month, which is all one needs."""
        return max(
            (each.user.last_login for each in self.members if each.user.last_login), default=None
        )


def without_porteur(defis: QuerySet[DefiPage]) -> QuerySet[DefiPage]:
    """Keep the défis whose team has no porteur, or that have no team."""
    porteurs = Membership.objects.filter(
        role=Role.PORTEUR, team__defi__translation_key=OuterRef("translation_key")
    )
    return defis.filter(~Exists(porteurs))


def rows_of(defis: list[DefiPage]) -> list[TeamRow]:
    """Return a row for each of ``defis``, in their order; the queries do not grow with them."""
    keys = {defi.translation_key for defi in defis}
    places = Membership.objects.filter(team__defi__translation_key__in=keys)
    members: dict[Any, list[Membership]] = {}
    for place in places.select_related("user", "team__defi").prefetch_related("links"):
        members.setdefault(place.team.defi.translation_key, []).append(place)
    last, silences = _last_told(keys), _silences(keys)
    return [
        TeamRow(
            defi,
            members.get(defi.translation_key, []),
            last.get(defi.translation_key),
            any(place.team.may_publish for place in members.get(defi.translation_key, [])[:1]),
            silences.get(defi.translation_key, 0),
        )
        for defi in defis
    ]


def _silences(keys: set[Any]) -> Counter[Any]:
    """Count the reminders since the last answer, for each défi that has some."""
    sent = Reminder.objects.filter(team__defi__translation_key__in=keys).exclude(sent_at=None)
    found: Counter[Any] = Counter()
    rows = sent.order_by("due_on", "pk").values_list("team__defi__translation_key", "answered_at")
    for key, answered_at in rows:
        found[key] = 0 if answered_at else found[key] + 1
    return found


def _last_told(keys: set[Any]) -> dict[Any, date]:
    """The day of the latest public follow-up of each défi, in whichever language it was told."""
    versions = DefiPage.objects.filter(translation_key__in=keys)
    paths = dict(versions.values_list("path", "translation_key"))
    told = FollowUpPage.objects.live().below_paths(paths)
    latest: dict[Any, date] = {}
    for path, day in told.order_by().values_list("path_above").annotate(day=Max("date")):
        key = paths[path]
        latest[key] = max(day, latest.get(key, day))
    return latest
