"""The toolbox."""

from .families import Family
from .method import MethodIndexPage, MethodPage, MethodTemps

__all__ = ["Family", "MethodIndexPage", "MethodPage", "MethodTemps"]
