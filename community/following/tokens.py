"""Signed links of e-mails: whoever holds one is taken for the owner of the address."""

from datetime import timedelta
from uuid import UUID

from django.core import signing

from community.models import Follow, Follower

#: A request to follow that nobody confirms is forgotten after that time.
TO_CONFIRM = timedelta(days=7)

_confirming = signing.TimestampSigner(salt="community.following.confirm")
_managing = signing.Signer(salt="community.following.manage")


def confirm_token(follow: Follow) -> str:
    """Return what the link that confirms ``follow`` holds."""
    return _confirming.sign(follow.pk.hex)


def to_confirm(token: str) -> Follow | None:
    """Return what ``token`` confirms; ``None`` when it is altered, too old, or erased."""
    try:
        key = UUID(_confirming.unsign(token, TO_CONFIRM))
    except signing.BadSignature:
        return None
    return Follow.objects.select_related("follower").filter(pk=key).first()


def manage_token(follower: Follower) -> str:
    """Return what the links that stop and change what ``follower`` follows hold.

    It lasts as long as the follower: e-mails are read months later.
    """
    return _managing.sign(follower.pk.hex)


def is_ours(token: str) -> bool:
    """Return whether :func:`manage_token` gave ``token``, were its follower erased since."""
    try:
        _managing.unsign(token)
    except signing.BadSignature:
        return False
    return True


def follower_of(token: str) -> Follower | None:
    """Return whose ``token`` it is; ``None`` when it is altered, or its follower erased."""
    if not is_ours(token):
        return None
    return Follower.objects.filter(pk=UUID(_managing.unsign(token))).first()
