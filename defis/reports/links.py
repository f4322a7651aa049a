"""Signed links: one member, one défi, 30 days, once, revocable."""

from datetime import timedelta

from django.core import signing
from django.utils import timezone

from ..models import Membership, ReportLink

#: For how long a link serves (research/participation.md, journey C).
LIFE = timedelta(days=30)

_signer = signing.Signer(salt="defis.reports.links")


class LinkRefused(Exception):
    """A link that opens nothing; ``reason`` is a value of ``Reason``."""

    def __init__(self, reason: str, link: ReportLink | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.link = link


class Reason:
    """Why a link is refused."""

    ALTERED = "altered"
    EXPIRED = "expired"
    REVOKED = "revoked"
    USED = "used"


def make_link(membership: Membership) -> str:
    """Return the token of a new link for ``membership``: letters, digits, ``-``, ``_``, ``:``."""
    link = ReportLink.objects.create(membership=membership, expires_at=timezone.now() + LIFE)
    return _signer.sign(str(link.pk))


def read_link(token: str) -> ReportLink:
    """Return the link of ``token`` with its membership, team, défi and user.

    Raises LinkRefused when it was altered, has expired, was revoked or has served. A link that
    belongs to a person who left the team no longer exists: it counts as altered.
    """
    try:
        key = int(_signer.unsign(token))
    except (signing.BadSignature, ValueError):
        raise LinkRefused(Reason.ALTERED) from None
    links = ReportLink.objects.select_related("membership__user", "membership__team__defi")
    link = links.filter(pk=key).first()
    if link is None:
        raise LinkRefused(Reason.ALTERED)
    if link.revoked_at:
        raise LinkRefused(Reason.REVOKED, link)
    if link.used_at:
        raise LinkRefused(Reason.USED, link)
    if link.expires_at <= timezone.now():
        raise LinkRefused(Reason.EXPIRED, link)
    return link


def use_link(link: ReportLink) -> bool:
    """Mark ``link`` as served; return whether this call did it, and no other one before."""
    now = timezone.now()
    return bool(ReportLink.objects.filter(pk=link.pk, used_at=None).update(used_at=now))


def revoke_links(membership: Membership) -> int:
    """Revoke every link of ``membership`` that has not served; return how many."""
    open_links = membership.links.filter(used_at=None, revoked_at=None)
    return int(open_links.update(revoked_at=timezone.now()))
