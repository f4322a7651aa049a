"""Which défis met an obstacle or have a lever, and how obstacles were lifted."""

from .links import linked, obstacles_by_follow_up
from .meetings import Reading, read
from .numbers import defis_by_factor

__all__ = ["Reading", "defis_by_factor", "linked", "obstacles_by_follow_up", "read"]
