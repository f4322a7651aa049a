"""Who moderates the questions of a session: the editors of any of its sites, or its own."""

from typing import Any

from django.db.models import Q

from events.models import CampusPage, SessionPage
from events.programme.rights import may_plan


def may_moderate(user: Any, session: SessionPage) -> bool:
    """Return whether ``user`` may decide of the questions of ``session``.

    A session shared by all the sites is moderated by whoever plans one that gives or relays it.
    """
    if session.permissions_for_user(user).can_edit():
        return True
    key = session.translation_key
    sites = CampusPage.objects.filter(
        Q(slots__session__translation_key=key) | Q(published_slots__session__translation_key=key)
    )
    return any(may_plan(user, campus) for campus in sites.defer("body").distinct())
