"""The resource centre."""

from ..vocabularies import Accessible, Difficulty, Grouping, Part, Per
from .families import Family
from .files import FileRow
from .method import MethodPage
from .relations import MethodFile, MethodRole, MethodTemps
from .role import RoleIndexPage, RolePage
from .toolbox import MethodIndexPage

__all__ = [
    "Accessible",
    "Difficulty",
    "Family",
    "FileRow",
    "Grouping",
    "MethodFile",
    "MethodIndexPage",
    "MethodPage",
    "MethodRole",
    "MethodTemps",
    "Part",
    "Per",
    "RoleIndexPage",
    "RolePage",
]
