"""The second factor that an administrator may require from those who enter the administration."""

from collections.abc import Callable

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from community.models import AccountSettings, User
from community.security.headers import in_admin

#: Recovery codes alone are none: they serve once each, and come with the others.
FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
_ON_THE_WAY_TO = "after_second_factor"


class SecondFactorAdapter(DefaultMFAAdapter):
    """What allauth says of second factors, in our words."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not the right one. Wait for the next one, or try again."),
    }

    def _get_site_name(self) -> str:
        return settings.WAGTAIL_SITE_NAME

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return gettext("Key %(number)s") % {"number": number}


def must_have_second_factor(user: User) -> bool:
    """Return whether an administrator asked this account for a second factor. One query."""
    if not user.is_authenticated:
        return False
    asked = AccountSettings.objects.filter(second_factor_groups__user=user)
    if user.is_superuser:
        asked = AccountSettings.objects.filter(second_factor_for_administrators=True) | asked
    return asked.exists()


def lacks_second_factor(user: User) -> bool:
    """Return whether this account must have a second factor and has none."""
    return must_have_second_factor(user) and not is_mfa_enabled(user, FACTORS)


def onward(request: HttpRequest) -> str:
    """Return where this person was going when a second factor was asked for; else nothing."""
    return request.session.get(_ON_THE_WAY_TO, "")


class SecondFactorMiddleware:
    """Lead who must have a second factor, and has none, to where one is set up.

    Who has one used it to sign in: allauth asks each time, and a new one ends the sessions that
    are open elsewhere.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        leaving = (reverse("wagtailadmin_logout"), reverse("wagtailadmin_login"))
        if in_admin(request.path) and request.path not in leaving:
            if lacks_second_factor(request.user):
                home = reverse("wagtailadmin_home")
                wanted = request.get_full_path() if request.method == "GET" else home
                request.session[_ON_THE_WAY_TO] = wanted
                return redirect("mfa_index")
            if onward(request):
                del request.session[_ON_THE_WAY_TO]
        return self.get_response(request)
