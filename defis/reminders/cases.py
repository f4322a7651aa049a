"""The défis that may be reminded of, each with the end of its event."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import QuerySet

from events.models import CampusPage, EditionPage

from ..models import DefiPage, ReminderSettings, Team


@dataclass(frozen=True)
class Case:
    """A défi with a team, and the last day of its event: of its site, else of its edition."""

    defi: DefiPage
    team: Team
    ended_on: date | None
    zone: ZoneInfo

    def today(self, now: datetime) -> date:
        """Return the day that it is ``now`` at the site."""
        return now.astimezone(self.zone).date()


def current_settings() -> ReminderSettings:
    """Return what the editors decided, else what holds until they do; nothing is written."""
    return ReminderSettings.objects.first() or ReminderSettings()


def cases() -> Iterator[Case]:
    """Yield every défi that has a team, in the order of their making."""
    home = ZoneInfo(settings.TIME_ZONE)
    campuses = {
        campus.pk: campus for campus in CampusPage.objects.only("title", "time_zone", "ends_on")
    }
    editions = dict(EditionPage.objects.values_list("pk", "ends_on"))
    for defi in _defis().iterator(chunk_size=500):
        campus = campuses.get(defi.campus_id)
        ended_on = (campus and campus.ends_on) or editions.get(defi.edition_id)
        yield Case(defi, defi.team, ended_on, campus.zone if campus else home)


def _defis() -> QuerySet[DefiPage]:
    """The défis with a team, without their long texts."""
    names = ("number", "short_name", "state", "campus_id", "edition_id", "live", "path")
    names += ("title", "draft_title", "translation_key")
    return (
        DefiPage.objects.filter(team__isnull=False)
        .select_related("team")
        .only(*names, "team__defi", "team__group", "team__may_publish")
        .order_by("pk")
    )
