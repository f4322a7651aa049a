"""Editions, their sites and their programmes; webinars."""

from .campus import CampusPage
from .cloning import EditionCloning
from .coordination import CampusCoordination
from .edition import EditionIndexPage, EditionPage
from .partners import EditionDocument, EditionPartner, PartnerRole
from .published import ProgrammeVersion, PublishedSlot
from .question import (
    LONGEST_ANSWER,
    LONGEST_QUESTION,
    PUBLIC_STATES,
    ClosedWall,
    Question,
    QuestionState,
    QuestionSupport,
)
from .report import ReportKind, ReportPage
from .room import Room
from .session import SessionPage, SessionStatus, SessionType
from .slot import Slot, SlotKind
from .speaker import SessionSpeaker, SpeakerStatus
from .webinar import WebinarPage
from .webinar_index import WebinarIndexPage

__all__ = [
    "CampusCoordination",
    "EditionCloning",
    "EditionDocument",
    "LONGEST_ANSWER",
    "LONGEST_QUESTION",
    "PUBLIC_STATES",
    "CampusPage",
    "ClosedWall",
    "EditionIndexPage",
    "EditionPage",
    "EditionPartner",
    "PartnerRole",
    "ProgrammeVersion",
    "PublishedSlot",
    "ReportKind",
    "ReportPage",
    "Question",
    "QuestionState",
    "QuestionSupport",
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
