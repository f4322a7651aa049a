"""Calendars to take away or to subscribe to (iCalendar, RFC 5545 and RFC 7986)."""

from .ical import calendar, calendar_response, event, sequence

__all__ = ["calendar", "calendar_response", "event", "sequence"]
