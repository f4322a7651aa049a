"""How allauth behaves here: accounts are given, never taken."""

import logging
import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from community.security.guard import address

logger = logging.getLogger("community.accounts")

#: What the page that follows shows anyway.
SAID_BY_THE_PAGE = {
    "account/messages/logged_in.txt",
    "account/messages/logged_out.txt",
    "account/messages/login_code_sent.txt",
}


class AccountAdapter(DefaultAccountAdapter):
    """An account is made by an editor, or by a colleague of the team: nobody signs up alone."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("This address and this password do not go together."),
        "incorrect_code": _("This is not the code that we sent. Look at the latest e-mail."),
        "too_many_login_attempts": _("Too many tries. Wait a quarter of an hour, then try again."),
        "rate_limited": _("Too many tries. Wait a quarter of an hour, then try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """Leave out the user name: accounts have none."""

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return where the visitor is, behind our own proxy too: tries are counted by it."""
        return address(request)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("mfa_index")

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *args: Any,
        **kwargs: Any,
    ) -> None:
        """Leave out the messages that repeat the page on which they would show."""
        if message_template not in SAID_BY_THE_PAGE:
            super().add_message(request, level, message_template, *args, **kwargs)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send at once, outside the queue: its log must not hold codes that open accounts.

        A mail server that is down is said on the page, whether there is an account or not.
        """
        site = Site.find_for_request(self.request)
        named = {
            "site_name": (site and site.site_name) or settings.WAGTAIL_SITE_NAME,
            "site_url": self.request.build_absolute_uri("/"),
        }
        try:
            super().send_mail(template_prefix, email, {**context, **named})
        except OSError:
            logger.exception("An e-mail about an account could not be sent (%s)", template_prefix)
            messages.error(
                self.request,
                gettext("Our e-mail could not leave. Try again in a few minutes."),
            )

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Return whether to ask again who is there before something grave is done.

        Not of somebody who signed in a moment ago. allauth never asks it of an account without a
        password nor a second factor; here a code by e-mail answers for it, hence the exception,
        which is what its own decorator raises.
        """
        user = self.request.user
        records = get_authentication_records(self.request, user)
        if records and time.time() - records[-1]["at"] < app_settings.REAUTHENTICATION_TIMEOUT:
            return False
        required = super().is_reauthentication_required(app=app, **kwargs)
        if required and not get_reauthentication_flows(user):
            raise ReauthenticationRequired
        return required

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Add a code by e-mail, unless the account has a second factor, which is stronger."""
        methods = super().get_reauthentication_methods(user)
        stronger = any(method["id"].startswith("mfa_") for method in methods)
        if user.is_authenticated and not stronger:
            by_code = reverse("account_reauthenticate_code")
            methods.append(
                {"id": "code", "description": _("Receive a code by e-mail"), "url": by_code}
            )
        return methods
