"""The resource centre."""

from ..vocabularies import Accessible, Difficulty, Grouping, Part, Per, ResourceKind
from .centre import ResourceCentrePage
from .families import Family
from .glossary import GlossaryIndexPage
from .method import MethodPage
from .model_session import ModelSessionIndexPage, ModelSessionPage, ModelSessionRow
from .reference import ReferencePage
from .reference_index import ReferenceIndexPage
from .relations import MethodFile, MethodRole, MethodTemps
from .resource import ResourcePage
from .resource_index import ResourceIndexPage
from .resource_rows import ResourceAudience, ResourceFile, ResourceTemps
from .role import RoleIndexPage, RolePage
from .rows import FileRow
from .session_plan import SessionPlan
from .term import GlossaryTermPage
from .term_relations import TermRelation
from .toolbox import MethodIndexPage
from .trial import MethodTrial

__all__ = [
    "Accessible",
    "Difficulty",
    "Family",
    "FileRow",
    "Grouping",
    "GlossaryIndexPage",
    "GlossaryTermPage",
    "MethodFile",
    "MethodIndexPage",
    "MethodPage",
    "MethodRole",
    "MethodTemps",
    "MethodTrial",
    "ModelSessionIndexPage",
    "ModelSessionPage",
    "ModelSessionRow",
    "Part",
    "Per",
    "ReferenceIndexPage",
    "ReferencePage",
    "ResourceAudience",
    "ResourceCentrePage",
    "ResourceFile",
    "ResourceIndexPage",
    "ResourceKind",
    "ResourcePage",
    "ResourceTemps",
    "RoleIndexPage",
    "RolePage",
    "SessionPlan",
    "TermRelation",
]
