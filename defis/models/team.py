"""The team of a défi: who may report on it."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _

from .defi import DefiPage


class Team(models.Model):
    """The accounts that report on a défi. Nobody outside the team and its coordinators sees it.

    ``defi`` is the page in the language it was written in. ``group`` carries Wagtail's rights:
    to add follow-ups below the page, and to read those kept to the team.
    """

    defi = models.OneToOneField(
        DefiPage, verbose_name=_("défi"), on_delete=models.CASCADE, related_name="team"
    )
    group = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="+")
    may_publish = models.BooleanField(
        _("publishes at once"),
        default=False,
        help_text=_("What this team sends shows without waiting for a moderator."),
    )

    class Meta:
        verbose_name = _("team of a défi")
        verbose_name_plural = _("teams of défis")

    def __str__(self) -> str:
        return _("Team of “%(defi)s”") % {"defi": self.defi.choice_label}


class Membership(models.Model):
    """Somebody's place in a team."""

    class Role(models.TextChoices):
        PORTEUR = "porteur", _("porteur")
        CO_PORTEUR = "co_porteur", _("co-porteur")
        FACILITATOR = "facilitator", _("facilitator")

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.PORTEUR)
    joined_at = models.DateTimeField(auto_now_add=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # What the team reads until the person has come: that of the account, if there was one
    # already, would tell whoever typed its address that there was.
    invited_name = models.CharField(max_length=120, blank=True)
    # Of one person: a colleague's choice must not silence the others.
    reminders_paused_until = models.DateField(_("no reminder before"), null=True, blank=True)
    reminders_stopped = models.BooleanField(_("no reminder at all"), default=False)

    class Meta:
        verbose_name = _("member of a team")
        verbose_name_plural = _("members of teams")
        ordering = ["joined_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["team", "user"], name="one_place_in_each_team")
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.get_role_display()})"

    @property
    def has_come(self) -> bool:
        """Whether the person has signed in, or reported by a link, since they were invited."""
        signed_in = self.user.last_login is not None and self.user.last_login >= self.joined_at
        return signed_in or any(link.used_at for link in self.links.all())

    @property
    def shown_name(self) -> str:
        """The name that colleagues read: never the address."""
        known = not self.invited_name or self.has_come
        return str(self.user) if known else self.invited_name
