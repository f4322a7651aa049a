"""Editions, their sites and their programmes."""

from .campus import CampusPage
from .edition import EditionIndexPage, EditionPage
from .published import ProgrammeVersion, PublishedSlot
from .report import ReportPage
from .room import Room
from .session import SessionPage, SessionStatus, SessionType
from .slot import Slot, SlotKind
from .speaker import SessionSpeaker, SpeakerStatus

__all__ = [
    "CampusPage",
    "EditionIndexPage",
    "EditionPage",
    "ProgrammeVersion",
    "PublishedSlot",
    "ReportPage",
    "Room",
    "SessionPage",
    "SessionSpeaker",
    "SessionStatus",
    "SessionType",
    "Slot",
    "SlotKind",
    "SpeakerStatus",
]
