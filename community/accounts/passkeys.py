"""The forms of passkeys. What a browser sends in them may be anything."""

import logging
from typing import Any

from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

logger = logging.getLogger("community.accounts")


def not_recognised(error: Exception) -> forms.ValidationError:
    """Return what to say of a key that was not accepted, whatever the fault was."""
    logger.info("A passkey was refused: %r", error)
    return forms.ValidationError(
        gettext("This key was not recognised. Try again, or choose another way.")
    )


class AddPasskeyForm(AddWebAuthnForm):
    """Names a passkey, and says whether it is enough to sign in."""

    name = forms.CharField(
        label=_("Name of the key"),
        required=False,
        max_length=60,
        help_text=_("To tell it from the others: “my telephone”, “office computer”."),
    )
    passwordless = forms.BooleanField(
        label=_("It is enough to sign in"),
        required=False,
        initial=True,
        help_text=_(
            "The device then asks for your finger, your face or its own code. Untick for a "
            "security key that only comes on top of another way."
        ),
    )

    def clean(self) -> dict[str, Any]:
        try:
            return super().clean()
        except Exception as error:
            raise not_recognised(error) from error


class RenamePasskeyForm(EditWebAuthnForm):
    """Gives another name to a passkey."""

    name = forms.CharField(label=_("Name of the key"), max_length=60)


class Recognised:
    """Refuses what cannot be read as it refuses a wrong key.

    The libraries raise whatever comes: KeyError, struct.error, cryptography's own.
    """

    def clean_credential(self) -> Any:
        try:
            return super().clean_credential()  # type: ignore[misc]
        except Exception as error:
            raise not_recognised(error) from error


class PasskeySignInForm(Recognised, LoginWebAuthnForm):
    """Signs in with a passkey alone."""


class PasskeySecondForm(Recognised, AuthenticateWebAuthnForm):
    """Takes a passkey as a second factor."""


class PasskeyAgainForm(Recognised, ReauthenticateWebAuthnForm):
    """Asks for a passkey before something grave is done."""
