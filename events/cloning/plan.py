"""What somebody asks for when the next edition is made from one there is."""

import uuid
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from community.models import Territory
from events.models import CampusPage, EditionPage
from events.models.campus import TIME_ZONES


@dataclass(frozen=True)
class SitePlan:
    """A site of the new edition.

    ``old``: the site that it continues, with its place, rooms and sessions. ``model``: for a site
    without a past, the one whose sessions it takes. ``coordinator``: an account, never shown.
    """

    title: str
    time_zone: str
    territory: Territory | None = None
    old: CampusPage | None = None
    model: CampusPage | None = None
    coordinator: Any = None
    slug: str = ""

    @property
    def zone_label(self) -> str:
        """The time zone as people say it."""
        return str(TIME_ZONES.get(self.time_zone, self.time_zone))


@dataclass(frozen=True)
class ClonePlan:
    """The new edition, and what of the old one goes into it."""

    old: EditionPage
    year: int
    title: str
    slug: str
    first_day: date
    sites: tuple[SitePlan, ...] = ()
    rooms: bool = True
    sessions: bool = True
    pages: bool = True
    partners: bool = True
    relay_everywhere: bool = False
    #: That of the form, once: see ``EditionCloning``.
    token: uuid.UUID = field(default_factory=uuid.uuid4)
