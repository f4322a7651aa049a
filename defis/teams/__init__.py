"""The teams of défis: their members, their rights, who hands over to whom."""

from .members import add_member, membership_of, remove_member, team_of

__all__ = ["add_member", "membership_of", "remove_member", "team_of"]
