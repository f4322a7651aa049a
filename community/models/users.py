"""People who sign in. Their login is their e-mail address; nobody else ever sees it."""

from typing import Any

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    """Makes accounts from an e-mail address instead of a user name."""

    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        """Create an account; without a password it cannot sign in with one.

        Raises ``ValueError`` without an e-mail address.
        """
        if not email:
            raise ValueError("An account needs an e-mail address.")
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> "User":
        """Create an account with every right."""
        return self.create_user(
            email, password, **{**fields, "is_staff": True, "is_superuser": True}
        )

    def get_by_natural_key(self, username: str | None) -> "User":
        """Find an account whatever the case its address was typed in."""
        return self.get(email__iexact=username)


class User(AbstractUser):
    """An account."""

    username = None  # type: ignore[assignment]  # the e-mail address takes its place
    email = models.EmailField(_("e-mail address"), unique=True)
    #: How many times its owner signed out everywhere: what sessions began before ends with it.
    signed_out_everywhere = models.PositiveIntegerField(default=0, editable=False)

    objects = UserManager()  # type: ignore[misc,assignment]  # not AbstractUser's manager

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def save(self, *args: Any, **kwargs: Any) -> None:
        # People type their address with any capitals: two accounts must not differ by them alone.
        self.email = self.email.lower()
        if not self.password:
            # The administration leaves it empty; Django would take it for a password.
            self.set_unusable_password()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        self.email = self.email.lower()

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        # Django's own changes with the password alone, and most accounts have none.
        mark = super()._get_session_auth_hash(secret=secret)
        return f"{mark}{self.signed_out_everywhere}" if self.signed_out_everywhere else mark

    def __str__(self) -> str:
        # A name, never the address: this ends up in page histories and comments.
        return self.get_full_name() or _("Account %(number)s") % {"number": self.pk}
