"""Défis, their follow-ups and their prototypes."""

from .approval import DefiApprovalTask
from .defi import DefiPage
from .factor import Factor, FactorIndexPage, FactorPage, Family
from .follow_up import FollowUpPage
from .indexes import DefiIndexPage, PrototypeIndexPage
from .met import FollowUpObstacle
from .prototype import Kind, Maturity, PrototypeDefi, PrototypePage
from .relations import DefiMethod, DefiPorteur, DefiTerritory, Lever, Obstacle
from .reminder import Reminder, ReminderSettings
from .report_draft import DraftFile, FollowUpFile, ReportDraft
from .report_link import ReportLink
from .reprise import Reprise
from .state import State
from .team import Membership, Team

__all__ = [
    "DefiApprovalTask",
    "DefiIndexPage",
    "DefiMethod",
    "DefiPage",
    "DefiPorteur",
    "DefiTerritory",
    "DraftFile",
    "Factor",
    "FactorIndexPage",
    "FactorPage",
    "Family",
    "FollowUpFile",
    "FollowUpObstacle",
    "FollowUpPage",
    "Kind",
    "Lever",
    "Maturity",
    "Membership",
    "Obstacle",
    "PrototypeDefi",
    "PrototypeIndexPage",
    "PrototypePage",
    "Reminder",
    "ReminderSettings",
    "ReportDraft",
    "ReportLink",
    "Reprise",
    "State",
    "Team",
]
