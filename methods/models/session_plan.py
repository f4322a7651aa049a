"""A session that somebody composed and saved."""

import secrets
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


def new_token() -> str:
    """Return a word that nobody guesses: 96 bits (OWASP asks for 64 at least)."""
    return secrets.token_urlsafe(12)


class SessionPlan(models.Model):
    """A session as its owner left it. Whoever has its token may read it, and nothing more.

    ``state`` holds the parameters of the composer's address by name (``methods.composer.query``).
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        on_delete=models.CASCADE,
        related_name="session_plans",
    )
    title = models.CharField(_("title"), max_length=120)
    state = models.JSONField(_("session"), default=dict)
    token = models.CharField(max_length=32, unique=True, default=new_token, editable=False)
    created = models.DateTimeField(_("created"), auto_now_add=True)
    updated = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        verbose_name = _("saved session")
        verbose_name_plural = _("saved sessions")
        ordering = ["-updated", "-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> Any:
        """The address at which others read it."""
        from django.urls import reverse

        return reverse("methods:shared_session", args=[self.token])
