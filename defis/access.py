"""Who may write on a défi."""

from django.contrib.auth.models import Group

from community.accounts.roles import allow_pages
from community.models import User

from .models import DefiPage


def let_report(user: User, defi: DefiPage) -> Group:
    """Let ``user`` write follow-ups of ``defi``: drafts and submissions, never publication.

    Uses Wagtail's own permission: "add" on this page alone, through a group of its own.
    """
    group, _created = Group.objects.get_or_create(name=f"Suivi du défi {defi.slug}"[:150])
    allow_pages(group, defi, "add")
    user.groups.add(group)
    return group
