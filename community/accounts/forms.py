"""The forms of signing in, and of what opens an account."""

from typing import Any

from allauth.account.forms import ConfirmLoginCodeForm, LoginForm, SetPasswordForm
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _


class CodeField(forms.CharField):
    """A code as people type it: with blanks, dashes or none."""

    def __init__(self, **kwargs: Any) -> None:
        attributes = {
            "inputmode": "numeric",
            "autocomplete": "one-time-code",
            "autocapitalize": "off",
            "spellcheck": "false",
            "class": "code-field",
        }
        super().__init__(
            label=_("Code"), max_length=40, widget=forms.TextInput(attributes), **kwargs
        )

    def to_python(self, value: Any) -> str:
        return "".join(sign for sign in super().to_python(value) if sign.isalnum())


def address_field() -> forms.EmailField:
    """Return the field of an e-mail address that the browser may fill in."""
    attributes = {"autocomplete": "email", "autocapitalize": "off", "spellcheck": "false"}
    return forms.EmailField(label=_("E-mail address"), widget=forms.EmailInput(attributes))


class SignInForm(LoginForm):
    """Asks for the address to which a code is sent; nothing shows whether it has an account."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = address_field()


class PasswordSignInForm(SignInForm):
    """Asks for a password as well, for those who have one."""

    def _setup_password_field(self) -> None:
        # allauth leaves it out when accounts are not made with one.
        attributes = {"autocomplete": "current-password"}
        self.fields["password"] = forms.CharField(
            label=_("Password"), strip=False, widget=forms.PasswordInput(attributes)
        )


class ConfirmCodeForm(ConfirmLoginCodeForm):
    """Asks for the code that was sent."""

    code = CodeField()


class SecondFactorForm(AuthenticateForm):
    """Asks for the code of the app, or for a recovery code."""

    code = CodeField()


class SecondFactorAgainForm(ReauthenticateForm):
    """The same, before something grave is done."""

    code = CodeField()


class ActivateAppForm(ActivateTOTPForm):
    """Asks for the first code that the app shows."""

    code = CodeField()


class PasswordForm(SetPasswordForm):
    """Sets a password, or replaces one: who is there has been asked before."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        first, second = self.fields["password1"], self.fields["password2"]
        first.label, second.label = _("New password"), _("The same again")
        first.help_text = _("15 characters or more. A few words that you remember are perfect.")
        for field in (first, second):
            field.widget.attrs.pop("placeholder", None)
