"""Who may decide of a follow-up."""

from typing import Any

from django.db.models import QuerySet

from ..models import DefiPage, FollowUpPage
from ..teams.coordinators import keeps_any, kept_by, may_keep


def may_moderate(user: Any, page: Any) -> bool:
    """Whether ``user`` may approve ``page``, a follow-up, or ask a question back."""
    if not issubclass(page.specific_class or object, FollowUpPage):
        return False
    parent = page.get_parent()
    return parent is not None and may_keep(user, parent)


def followed_up_by(user: Any) -> QuerySet[FollowUpPage]:
    """Return the follow-ups, public or not, of the défis that ``user`` keeps."""
    if not keeps_any(user):
        return FollowUpPage.objects.none()
    keys = kept_by(user).values("translation_key")
    versions = DefiPage.objects.filter(translation_key__in=keys)
    return FollowUpPage.objects.below_paths(versions.values("path"))
