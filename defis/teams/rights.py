"""What a member may do in their team."""

from ..models import Membership

Role = Membership.Role


def may_manage(me: Membership) -> bool:
    """Whether ``me`` may add colleagues: porteurs and co-porteurs."""
    return me.role in (Role.PORTEUR, Role.CO_PORTEUR)


def may_change(me: Membership, other: Membership) -> bool:
    """Whether ``me`` may give ``other`` another role or remove them.

    Only a porteur decides of a porteur; one's own place is handed over, or left.
    """
    if other.pk == me.pk or other.team_id != me.team_id or not may_manage(me):
        return False
    return me.role == Role.PORTEUR or other.role != Role.PORTEUR


def may_hand_over(me: Membership, other: Membership) -> bool:
    """Whether ``me``, a porteur, may make ``other`` the porteur in their place."""
    return me.role == Role.PORTEUR and other.team_id == me.team_id and other.pk != me.pk


def roles_given_by(me: Membership) -> list[tuple[str, str]]:
    """Return the choices of roles that ``me`` may give: nobody gives more than they have."""
    given = Role.choices if me.role == Role.PORTEUR else Role.choices[1:]
    return [(value, str(label)) for value, label in given]


def is_last_porteur(me: Membership) -> bool:
    """Whether the team would have no porteur without ``me``."""
    if me.role != Role.PORTEUR:
        return False
    others = Membership.objects.filter(team=me.team_id, role=Role.PORTEUR)
    return not others.exclude(pk=me.pk).exists()
