"""Editions, their sites and their programmes."""

from .campus import CampusPage
from .coordination import CampusCoordination
from .edition import EditionIndexPage, EditionPage
from .partners import EditionDocument, EditionPartner, PartnerRole
from .published import ProgrammeVersion, PublishedSlot
from .report import ReportPage
from .room import Room
from .session import SessionPage, SessionStatus, SessionType
from .slot import Slot, SlotKind
from .speaker import SessionSpeaker, SpeakerStatus

__all__ = [
    "CampusCoordination",
    "CampusPage",
    "EditionDocument",
    "EditionIndexPage",
    "EditionPage",
    "EditionPartner",
    "PartnerRole",
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
