"""Asking somebody into a team by their e-mail address, and their answer when it is no."""

from typing import Any

from django.contrib.auth.models import Group
from django.core import signing
from django.db import IntegrityError, transaction
from wagtail.models import Page

from community.accounts.roles import PORTEURS
from community.mail import post
from community.models import User

from ..models import Membership, Team
from .log import note
from .members import add_member, remove_member

SALT = "defis.teams.invitations"
#: For how long the link to decline serves, in seconds: 60 days.
LIFE = 60 * 24 * 60 * 60


@transaction.atomic
def invite(
    team: Team, address: str, role: str, by: User, *, given: str = "", family: str = ""
) -> Membership | None:
    """Put the account of ``address`` in ``team`` and write to it; make the account if need be.

    ``given`` and ``family`` are the name that colleagues read until the person comes. Returns
    ``None``, with nothing done, for somebody of the team already or for a closed account: whoever
    asked is told the same in every case.
    """
    user = User.objects.filter(email__iexact=address).first() or _new_account(
        address, given, family
    )
    if not user.is_active or team.memberships.filter(user=user).exists():
        return None
    membership = add_member(team, user, role)
    membership.invited_by = by
    membership.invited_name = f"{given} {family}".strip()
    membership.save()
    if not user.has_perm("wagtailadmin.access_admin"):
        user.groups.add(*Group.objects.filter(name=PORTEURS))
    note(team, "invite", by, user, role)
    context = {"membership": membership, "defi": team.defi, "by": by, "token": token(membership)}
    post("defis/mail/invitation.txt", user, context, key=f"defis.invitation:{membership.pk}")
    return membership


def _new_account(address: str, given: str, family: str) -> User:
    names = {"first_name": given, "last_name": family}
    try:
        with transaction.atomic():
            return User.objects.create_user(address.lower(), **names)
    except IntegrityError:  # Somebody else made it between the two lines.
        return User.objects.get(email__iexact=address)


def token(membership: Membership) -> str:
    """Return the signed mark of the link by which somebody invited declines."""
    return signing.dumps(membership.pk, salt=SALT)


def invitation(mark: str) -> Membership | None:
    """Return the place that the link ``mark`` declines, ``None`` when there is none any more."""
    try:
        key = signing.loads(mark, salt=SALT, max_age=LIFE)
    except signing.BadSignature:
        return None
    places = Membership.objects.select_related("team__defi", "team__group", "user")
    return places.filter(pk=key).first()


@transaction.atomic
def decline(membership: Membership) -> None:
    """Take out of the team somebody who refused; an account that never served goes as well."""
    user, team = membership.user, membership.team
    note(team, "decline", user, user)
    remove_member(membership)
    forget_unused(user)


def forget_unused(user: Any) -> bool:
    """Delete an account made by an invitation if nobody ever used it; return whether it went."""
    used = (
        user.last_login is not None
        or user.has_usable_password()
        or user.is_superuser
        or user.memberships.exists()
        or user.groups.exclude(name=PORTEURS).exists()
        or Page.objects.filter(owner=user).exists()
    )
    if not used:
        user.delete()
    return not used
