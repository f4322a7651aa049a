"""Moves dates and times to another year: by whole days, the local time of day being kept."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from events.models import CampusPage, EditionPage, Slot

UTC = ZoneInfo("UTC")


def first_day(edition: EditionPage) -> date | None:
    """Return the day that shifts are counted from: the edition's, else its sites' or slots' first.

    ``None`` when nothing of the edition has a date.
    """
    if edition.starts_on:
        return edition.starts_on
    sites = CampusPage.objects.child_of(edition)
    days = list(sites.exclude(starts_on=None).values_list("starts_on", flat=True))
    slots = Slot.objects.filter(campus__in=sites).exclude(start=None).select_related("campus")
    earliest = slots.order_by("start").first()
    if earliest is not None and not days:
        days.append(earliest.start.astimezone(earliest.campus.zone).date())
    return min(days, default=None)


def moved_day(day: date | None, days: int) -> date | None:
    """Return ``day``, if it is known, ``days`` later."""
    return day + timedelta(days=days) if day else None


def moved(moment: datetime, days: int, before: ZoneInfo, after: ZoneInfo) -> datetime:
    """Return ``moment``, read on the clocks of ``before``, ``days`` later on those of ``after``.

    Half past two stays half past two, whatever summer time does. An hour that a clock skips or
    shows twice is read as Python does (PEP 495): the offset before the change.
    """
    local = moment.astimezone(before).replace(tzinfo=None) + timedelta(days=days)
    return local.replace(tzinfo=after).astimezone(UTC)


def moved_span(
    start: datetime, end: datetime | None, days: int, before: ZoneInfo, after: ZoneInfo
) -> tuple[datetime, datetime | None]:
    """Return both ends moved; a span that a change of hour would turn around keeps its length."""
    begins = moved(start, days, before, after)
    if end is None:
        return begins, None
    ends = moved(end, days, before, after)
    return begins, ends if ends > begins else begins + (end - start)
