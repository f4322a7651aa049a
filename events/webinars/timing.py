"""When a webinar is to come, on, or over: said here, and nowhere else.

A webinar is upcoming until the instant of its end; from that instant on it is past. Without an
end it is over two hours after its start; when only its days are known, with the last of them in its
own time zone. That instant is kept with the page, so that lists ask for it.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Now

WITHOUT_END = timedelta(hours=2)

UPCOMING = Q(over_at__gt=Now())
PAST = Q(over_at__lte=Now())
#: Those to come first, the next one at the top; then the past ones, the latest at the top.
NEXT_FIRST = (
    Case(When(UPCOMING, then=Value(0)), default=Value(1)),
    Case(When(UPCOMING, then=F("starts_at"))),
    "-starts_at",
)


def over_at(
    starts_at: datetime, ends_at: datetime | None, *, days_only: bool, time_zone: str
) -> datetime:
    """Return the instant from which a webinar is past (aware, as ``starts_at`` is).

    The end of a day is its midnight in ``time_zone``, whatever the clocks do in that night.
    """
    if days_only:
        zone = ZoneInfo(time_zone)
        last = (ends_at or starts_at).astimezone(zone).date()
        return datetime.combine(last + timedelta(days=1), time.min, zone)
    return ends_at or starts_at + WITHOUT_END
