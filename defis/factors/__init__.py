"""Which défis met an obstacle or have a lever, and how obstacles were lifted."""

from .meetings import Reading, read
from .numbers import defis_by_factor

__all__ = ["Reading", "defis_by_factor", "read"]
