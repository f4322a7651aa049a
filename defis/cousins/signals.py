"""What makes the index of cousins begin again."""

from ..models import DefiPage, FactorPage, FollowUpPage
from .kept import generation

generation.follow_pages(DefiPage, FollowUpPage, FactorPage)
