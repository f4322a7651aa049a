"""The forms of one's own account."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.users.models import UserProfile

from community.models import User


class AccountForm(forms.ModelForm):
    """The name under which colleagues see an account, and the language of its administration."""

    language = forms.ChoiceField(
        label=_("Language"),
        choices=settings.LANGUAGES,
        help_text=_("That of the administration, for those who enter it."),
    )

    class Meta:
        model = User
        fields = ["first_name", "last_name"]

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, instance=user, **kwargs)
        for name, filled in (("first_name", "given-name"), ("last_name", "family-name")):
            self.fields[name].widget.attrs["autocomplete"] = filled
        self.profile = UserProfile.get_for_user(user)
        self.initial["language"] = self.profile.get_preferred_language()

    def save(self, commit: bool = True) -> User:
        """Save the account, and the language in the profile that Wagtail keeps."""
        user: User = super().save(commit)
        self.profile.preferred_language = self.cleaned_data["language"]
        self.profile.save(update_fields=["preferred_language"])
        return user


class ErasureForm(forms.Form):
    """Asks for the address of the account, so that nobody deletes it by a slip of the finger."""

    address = forms.CharField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "off"}),
        help_text=_("Type it as it is written above: this is how we know that you mean it."),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_address(self) -> str:
        address: str = self.cleaned_data["address"]
        if address.strip().lower() != self.user.email:
            raise forms.ValidationError(gettext("This is not the address of this account."))
        return address
