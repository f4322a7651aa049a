"""What is asked when a team changes."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from ..models import Membership

#: What a name is made of: a sentence or an address sent in our name would be somebody's spam.
NAME = RegexValidator(
    r"^[^\W\d_]+(?:[ .'’\-]{1,2}[^\W\d_]+)*\.?$",
    _("A name is made of letters, hyphens and apostrophes."),
)


class InvitationForm(forms.Form):
    """Whom to ask into the team."""

    given = forms.CharField(label=_("Given name"), max_length=40, validators=[NAME])
    family = forms.CharField(label=_("Family name"), max_length=60, validators=[NAME])
    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        help_text=_("Your colleague gets a message that says who invites, and how to refuse."),
    )
    role = forms.ChoiceField(label=_("Role"))

    def __init__(self, *args: Any, roles: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = roles
        self.fields["role"].initial = Membership.Role.CO_PORTEUR
        for name in ("given", "family", "email"):
            # These are a colleague's, not what the browser knows of whoever types.
            self.fields[name].widget.attrs["autocomplete"] = "off"


class RoleForm(forms.Form):
    """Which role to give."""

    role = forms.ChoiceField(label=_("Role"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, roles: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = roles


class HandOverForm(forms.Form):
    """What becomes of the porteur who hands over."""

    after = forms.ChoiceField(
        label=_("And you, afterwards?"),
        choices=[("stay", _("I stay, as co-porteur")), ("leave", _("I leave the team"))],
        initial="stay",
        widget=forms.RadioSelect,
    )
