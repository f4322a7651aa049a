"""Who is in the team of a défi."""

from django.contrib.auth.models import AnonymousUser, Group
from django.db import transaction

from community.accounts.roles import allow_pages
from community.models import User

from ..models import DefiPage, Membership, Team


def team_of(defi: DefiPage) -> Team:
    """Return the team of ``defi``, made if need be; all its languages have the same.

    Its group holds Wagtail's own right to add below this page alone: drafts and submissions,
    never publication.
    """
    source = _source(defi)
    team = Team.objects.filter(defi=source).select_related("group").first()
    if team is None:
        with transaction.atomic():
            name = f"Suivi du défi {source.slug}"[:130]
            if Group.objects.filter(name=name).exists():  # Of a défi of another site.
                name = f"{name} ({source.pk})"
            group = Group.objects.create(name=name)
            allow_pages(group, source, "add")
            team = Team.objects.create(defi=source, group=group)
    return team


@transaction.atomic
def add_member(team: Team, user: User, role: str = Membership.Role.PORTEUR) -> Membership:
    """Put ``user`` in ``team`` with a value of ``Membership.Role``; a member changes role."""
    membership, _made = Membership.objects.update_or_create(
        team=team, user=user, defaults={"role": role}
    )
    user.groups.add(team.group)
    return membership


@transaction.atomic
def remove_member(membership: Membership) -> None:
    """Take somebody out of a team, with the rights and the links that came with it."""
    membership.user.groups.remove(membership.team.group)
    membership.delete()


def membership_of(user: User | AnonymousUser, defi: DefiPage) -> Membership | None:
    """Return the place of ``user`` in the team of ``defi``, ``None`` without one."""
    if not user.is_authenticated:
        return None
    places = Membership.objects.select_related("team__defi", "user")
    return places.filter(user=user, team__defi__translation_key=defi.translation_key).first()


def _source(defi: DefiPage) -> DefiPage:
    """The version that a défi was first written in: the others are its translations."""
    versions = DefiPage.objects.filter(translation_key=defi.translation_key, alias_of=None)
    return versions.order_by("pk").first() or defi
