"""The models that every plugin may point to."""

from .attribution import Attribution
from .downloads import DownloadCount
from .language import UniqueInLanguage
from .licences import Licence
from .media import CommunityDocument, CommunityImage, CommunityRendition
from .organisations import Organisation
from .people import Person
from .rows import Credit, Figure, PageRelation, PageRow, PageTag, PageTheme
from .temps import Phase, Temps
from .territories import Territory
from .themes import Theme, ThemeScheme
from .users import User

__all__ = [
    "Attribution",
    "CommunityDocument",
    "CommunityImage",
    "CommunityRendition",
    "Credit",
    "DownloadCount",
    "Figure",
    "Licence",
    "Organisation",
    "PageRelation",
    "PageRow",
    "PageTag",
    "PageTheme",
    "Person",
    "Phase",
    "Temps",
    "Territory",
    "Theme",
    "ThemeScheme",
    "UniqueInLanguage",
    "User",
]
