"""Editions, their sites and their programmes; webinars."""

from .campus import CampusPage
from .edition import EditionIndexPage, EditionPage
from .published import ProgrammeVersion, PublishedSlot
from .room import Room
from .session import SessionPage, SessionStatus, SessionType
from .slot import Slot, SlotKind
from .speaker import SessionSpeaker, SpeakerStatus
from .webinar import WebinarPage
from .webinar_index import WebinarIndexPage

__all__ = [
    "CampusPage",
    "EditionIndexPage",
    "EditionPage",
    "ProgrammeVersion",
    "PublishedSlot",
    "Room",
    "SessionPage",
    "SessionSpeaker",
    "SessionStatus",
    "SessionType",
    "Slot",
    "SlotKind",
    "SpeakerStatus",
    "WebinarIndexPage",
    "WebinarPage",
]
