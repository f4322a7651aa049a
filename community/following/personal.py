"""What is kept about somebody's address: to show, to give and to erase with their account."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from community.models import Follower, User
from community.pages import of_anybody
from community.plugins import DashboardPanel

from .asking import erase
from .kinds import topics_named
from .tokens import manage_token


def panel() -> DashboardPanel:
    """Return the panel of ``/espace/``: what the address of the account follows."""
    return DashboardPanel(
        "community.following",
        gettext_lazy("What I follow"),
        "community/following/panel.html",
        _followed,
        order=80,
    )


def export_of(user: User) -> dict[str, Any]:
    """Return what is kept about the address of ``user``; it can be written as JSON."""
    follower = _follower(user)
    if follower is None:
        return {}
    follows = [
        {
            _("Followed"): str(follow),
            _("How often?"): follow.get_rhythm_display(),
            _("Requested on"): follow.asked_at.isoformat(),
            _("Confirmed on"): follow.confirmed_at.isoformat() if follow.confirmed_at else "",
        }
        for follow in follower.follows.all()
    ]
    return {_("What I follow"): follows}


def erase_of(user: User) -> None:
    """Forget all that the address of ``user`` follows."""
    follower = _follower(user)
    if follower is not None:
        erase(follower)


def _follower(user: User) -> Follower | None:
    address = user.email.lower()
    return Follower.objects.filter(address=address).first() if address else None


def _followed(request: HttpRequest) -> dict[str, Any] | None:
    follower = _follower(request.user)
    follows = list(follower.follows.filter(confirmed_at__isnull=False)) if follower else []
    if follower is None or not follows:
        return None
    names = [(follow.kind, follow.key) for follow in follows]
    topics = topics_named(of_anybody(request), names)
    return {"topics": topics, "token": manage_token(follower)}
