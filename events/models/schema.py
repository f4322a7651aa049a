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


def session_facts(session: Any, entries: list[Any]) -> dict[str, Any]:
    """Return when and where a session is given first, and whether it was cancelled."""
    status = "EventCancelled" if session.cancelled else "EventScheduled"
    facts: dict[str, Any] = {"eventStatus": f"https://schema.org/{status}"}
    first = next((entry for entry in entries if not entry.is_relay), None)
    if first is not None:
        facts["startDate"] = first.local_start.isoformat()
        if first.local_end is not None:
            facts["endDate"] = first.local_end.isoformat()
        facts["location"] = {"@type": "Place", "name": first.campus.venue or first.campus.title}
    return facts
