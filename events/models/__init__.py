"""Editions, their sites and their programmes."""

from .campus import CampusPage
from .edition import EditionIndexPage, EditionPage
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
from .room import Room
from .session import SessionPage, SessionStatus, SessionType
from .slot import Slot, SlotKind
from .speaker import SessionSpeaker, SpeakerStatus

__all__ = [
    "LONGEST_ANSWER",
    "LONGEST_QUESTION",
    "PUBLIC_STATES",
    "CampusPage",
    "ClosedWall",
    "EditionIndexPage",
    "EditionPage",
    "ProgrammeVersion",
    "PublishedSlot",
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
]
