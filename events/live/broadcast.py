"""How a session may be followed from afar, and when its page says so."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from events.models import SessionPage

#: The links are there a little before, for those who test their sound, and a little after.
BEFORE, AFTER = timedelta(minutes=30), timedelta(hours=1)
#: How long a session without an end is supposed to last.
UNKNOWN_LENGTH = timedelta(hours=3)


@dataclass(frozen=True)
class Broadcast:
    """``state``: none, later, open, over or replay; ``opens_at``: an instant, while it is later.

    none: nothing of it is broadcast. later: it will be. open: the links are shown. over: it was,
    and nothing is left of it. replay: the recording is there.
    """

    state: str
    opens_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether the links to follow it are shown."""
        return self.state == "open"


def broadcast(session: SessionPage, entries: Iterable[Any]) -> Broadcast:
    """Return how ``session`` may be followed now; ``entries``: when it takes place.

    A relay is the instant of its origin: whoever reads at another site gets the same links.
    Without a time in a programme, as when it has not been published, the links are shown.
    """
    carried = any((session.stream_url, session.audio_url, session.phone, session.chat_url))
    if session.cancelled or not (carried or session.replay_url):
        return Broadcast("none")
    now = timezone.now()
    times = sorted(
        (entry.start, entry.end or entry.start + UNKNOWN_LENGTH)
        for entry in entries
        if not entry.cancelled
    )
    if carried and (not times or any(start - BEFORE <= now <= end + AFTER for start, end in times)):
        return Broadcast("open")
    coming = [start - BEFORE for start, _end in times if start - BEFORE > now]
    if carried and coming:
        return Broadcast("later", coming[0])
    return Broadcast("replay" if session.replay_url else "over")
