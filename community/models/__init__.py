"""The models that every plugin may point to."""

from .account_settings import AccountSettings
from .attribution import Attribution
from .document_texts import DocumentText
from .downloads import DownloadCount
from .figures import Figure, Measure
from .following import Follow, Follower, Rhythm
from .language import UniqueInLanguage
from .licences import Licence
from .media import CommunityDocument, CommunityImage, CommunityRendition
from .messages import Message
from .organisations import Organisation
from .people import Person
from .rows import Credit, PageRelation, PageRow, PageTag, PageTheme
from .search_misses import SearchMiss
from .temps import Phase, Temps
from .territories import Territory
from .themes import Theme, ThemeScheme
from .users import User

__all__ = [
    "AccountSettings",
    "Attribution",
    "CommunityDocument",
    "CommunityImage",
    "CommunityRendition",
    "Credit",
    "DocumentText",
    "DownloadCount",
    "Figure",
    "Follow",
    "Follower",
    "Licence",
    "Measure",
    "Message",
    "Organisation",
    "PageRelation",
    "PageRow",
    "PageTag",
    "PageTheme",
    "Person",
    "Phase",
    "Rhythm",
    "SearchMiss",
    "Temps",
    "Territory",
    "Theme",
    "ThemeScheme",
    "UniqueInLanguage",
    "User",
]
