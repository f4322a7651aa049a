"""Défis, their follow-ups and their prototypes."""

from .defi import DefiPage
from .factor import Factor, FactorIndexPage, FactorPage, Family
from .follow_up import FollowUpPage
from .indexes import DefiIndexPage, PrototypeIndexPage
from .met import FollowUpObstacle
from .prototype import Kind, Maturity, PrototypeDefi, PrototypePage
from .relations import DefiMethod, DefiPorteur, DefiTerritory, Lever, Obstacle
from .report_link import ReportLink
from .reprise import Reprise
from .state import State
from .team import Membership, Team

__all__ = [
    "DefiIndexPage",
    "DefiMethod",
    "DefiPage",
    "DefiPorteur",
    "DefiTerritory",
    "Factor",
    "FactorIndexPage",
    "FactorPage",
    "Family",
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
    "ReportLink",
    "Reprise",
    "State",
    "Team",
]
