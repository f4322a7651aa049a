"""Who keeps the teams of which défis, and reads what they send."""

from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Q, QuerySet
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from community.accounts.roles import MODERATORS
from community.models import User
from community.translating.versions import originals
from events.models import CampusCoordination, CampusPage

from ..models import DefiPage


def kept_by(user: Any) -> QuerySet[DefiPage]:
    """Return the défis that ``user`` keeps: their own to publish, or those of a site of theirs.

    Editors and moderators publish everywhere, coordinators publish the page of their site. Each
    défi once, in the language it was written in.
    """
    mine = page_permission_policy.instances_user_has_permission_for(user, "publish")
    sites = CampusPage.objects.filter(pk__in=mine.values("pk")).values("translation_key")
    ours = Q(pk__in=mine.values("pk")) | Q(campus__translation_key__in=sites)
    return originals(DefiPage.objects.filter(ours)).distinct()


def keeps_any(user: Any) -> bool:
    """Whether ``user`` publishes any page at all: the condition of having a défi to keep."""
    return bool(page_permission_policy.user_has_permission(user, "publish"))


def may_keep(user: Any, defi: Page) -> bool:
    """Whether ``user`` keeps ``defi``, in any of its languages."""
    if not keeps_any(user):
        return False
    return kept_by(user).filter(translation_key=defi.translation_key).exists()


def coordinators_of(defi: DefiPage) -> list[User]:
    """Return the accounts to tell about ``defi``: its site's coordinators, else the moderators."""
    key = defi.campus.translation_key if defi.campus else None
    coordination = CampusCoordination.objects.filter(translation_key=key).first() if key else None
    groups = [coordination.group_id] if coordination else []
    found = User.objects.filter(groups__in=groups, is_active=True).distinct()
    if not found:
        moderators = Group.objects.filter(name=MODERATORS)
        found = User.objects.filter(groups__in=moderators, is_active=True).distinct()
    return list(found)
