"""Défis, their follow-ups and their prototypes."""

from .defi import DefiPage
from .follow_up import FollowUpPage
from .indexes import DefiIndexPage, PrototypeIndexPage
from .prototype import Kind, Maturity, PrototypeDefi, PrototypePage
from .relations import DefiMethod, DefiPorteur, DefiTerritory, Lever, Obstacle
from .state import State

__all__ = [
    "DefiIndexPage",
    "DefiMethod",
    "DefiPage",
    "DefiPorteur",
    "DefiTerritory",
    "FollowUpPage",
    "Kind",
    "Lever",
    "Maturity",
    "Obstacle",
    "PrototypeDefi",
    "PrototypeIndexPage",
    "PrototypePage",
    "State",
]
