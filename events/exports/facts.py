"""What exports tell of a programme: plain text and instants, in the active language.

Every format is written from it, so that all say the same, and its representation tells whether
anything changed since somebody last asked.
"""

import re
import uuid
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

#: What XML 1.0 (§2.2) has no place for; no reader of another format misses it.
_FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Item:
    """A slot. ``start`` and ``end`` are instants in UTC, ``zone`` and ``day`` the site's.

    ``relayed_from`` is the site that it is received from, ``people`` those who confirmed and may
    be named. ``withdrawn``: it left the programme; it may have lost its title.
    """

    key: uuid.UUID
    title: str
    summary: str
    kind: str
    language: str
    people: tuple[str, ...]
    url: str
    stream: str
    site: str
    room: str
    room_key: uuid.UUID
    relayed_from: str
    zone: str
    day: date
    start: datetime
    end: datetime | None
    status: str
    cancelled: bool
    tentative: bool
    withdrawn: bool
    sequence: int
    modified: datetime

    @property
    def relay(self) -> str:
        """Says that it is received from another site; empty when it is not."""
        said = {"site": self.relayed_from}
        return _("Relayed from %(site)s") % said if self.relayed_from else ""

    def local(self, moment: datetime) -> datetime:
        """Return ``moment`` on the clocks of the site."""
        return moment.astimezone(ZoneInfo(self.zone))


@dataclass(frozen=True)
class Programme:
    """The programme of a site or of all the sites of an edition.

    ``slug`` is made of [a-z0-9_] only. ``first_day`` is that of the site, of its edition, else
    the first of its year.
    """

    name: str
    slug: str
    url: str
    language: str
    zone: str
    first_day: date
    items: tuple[Item, ...]


def clean(text: str) -> str:
    """Return ``text`` on one line, without what no format could hold."""
    return " ".join(_FORBIDDEN.sub(" ", text).split())
