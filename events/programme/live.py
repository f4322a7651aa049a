"""What goes on now, what comes next, how long until it starts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from events.models import SessionType

from .items import Item


@dataclass(frozen=True)
class Live:
    """Where a programme stands at a moment; ``first`` and ``last``: when it starts and is over.

    ``days`` counts the nights until it starts, on the clocks of the site: 0 on the day itself.
    """

    first: datetime
    last: datetime
    phase: str
    days: int
    now: tuple[Item, ...]
    next: tuple[Item, ...]


def live(items: Sequence[Item], moment: datetime, zone: ZoneInfo) -> Live | None:
    """Return where ``items`` stand at ``moment``; ``None`` when nothing of them will take place.

    Training beforehand does not open the event: it comes weeks before.
    """
    standing = [item for item in items if not item.cancelled]
    event = [item for item in standing if item.session.session_type != SessionType.TRAINING]
    if not event:
        return None
    first = min(item.start for item in event)
    last = max(item.until for item in event)
    later = [item.start for item in standing if item.start > moment]
    following = min(later) if later else None
    return Live(
        first=first,
        last=last,
        phase="before" if moment < first else "during" if moment < last else "after",
        days=(first.astimezone(zone).date() - moment.astimezone(zone).date()).days,
        now=tuple(item for item in standing if item.start <= moment < item.until),
        next=tuple(item for item in standing if item.start == following),
    )
