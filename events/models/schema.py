"""Editions and their sites as schema.org describes events."""

from typing import Any


def event_facts(page: Any, place: str) -> dict[str, Any]:
    """Return the dates, the place and the way of attending of an edition or of a site."""
    facts: dict[str, Any] = {"eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode"}
    if page.starts_on:
        facts["startDate"] = page.starts_on.isoformat()
    if page.ends_on:
        facts["endDate"] = page.ends_on.isoformat()
    if place:
        facts["location"] = {"@type": "Place", "name": place}
    return facts
