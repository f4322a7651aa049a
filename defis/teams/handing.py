"""Roles that change hands: the pilot who leaves must not kill the défi."""

from django.db import transaction

from community.mail import post
from community.models import User

from ..models import Membership
from .coordinators import coordinators_of
from .invitations import forget_unused
from .log import note
from .members import remove_member
from .rights import Role, is_last_porteur


class LastPorteur(Exception):
    """The last porteur of a team hands over before leaving."""


@transaction.atomic
def give_role(other: Membership, role: str, by: User) -> None:
    """Give ``other`` the value ``role`` of ``Membership.Role``."""
    if other.role != role:
        other.role = role
        other.save(update_fields=["role"])
        note(other.team, "role", by, other.user, role)


@transaction.atomic
def hand_over(me: Membership, other: Membership, *, stays: bool) -> None:
    """Make ``other`` the porteur in the place of ``me``, who becomes a co-porteur or leaves."""
    other.role = Role.PORTEUR
    other.save(update_fields=["role"])
    note(other.team, "hand_over", me.user, other.user)
    context = {"defi": other.team.defi, "by": me.user}
    post("defis/mail/handed_over.txt", other.user, context)
    if stays:
        me.role = Role.CO_PORTEUR
        me.save(update_fields=["role"])
    else:
        leave(me)


@transaction.atomic
def remove(other: Membership, by: User) -> None:
    """Take ``other`` out of the team on the decision of ``by``, and tell them."""
    user, team = other.user, other.team
    came = other.has_come
    note(team, "remove", by, user)
    remove_member(other)
    if came:
        post("defis/mail/removed.txt", user, {"defi": team.defi})
    else:
        forget_unused(user)


@transaction.atomic
def leave(me: Membership) -> None:
    """Leave the team. Raises LastPorteur when nobody would be left to report."""
    if is_last_porteur(me):
        raise LastPorteur
    note(me.team, "leave", me.user, me.user)
    remove_member(me)


def ask_for_successor(me: Membership) -> None:
    """Tell the coordinators, once, that the last porteur wishes to leave."""
    for coordinator in coordinators_of(me.team.defi):
        context = {"defi": me.team.defi, "who": me.user}
        key = f"defis.leaving:{me.pk}:{coordinator.pk}"
        post("defis/mail/leaving.txt", coordinator, context, key=key)
