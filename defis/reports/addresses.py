"""Where a follow-up is written: the one place that knows the addresses of the form."""

from urllib.parse import urlencode

from django.urls import reverse

from ..models import DefiPage, FollowUpPage


def report_address(defi: DefiPage, resumed: FollowUpPage | None = None) -> str:
    """Return where a member who is signed in reports on ``defi``, or answers about ``resumed``."""
    return reverse("defis:report", args=[defi.pk]) + _query(resumed)


def link_address(token: str, resumed: FollowUpPage | None = None) -> str:
    """Return where the signed link of ``token`` (``make_link``) leads, without an account.

    In an e-mail it is made in the language of whoever reads it (``community.mail.language_of``).
    """
    return reverse("defis:report_by_link", args=[token]) + _query(resumed)


def _query(resumed: FollowUpPage | None) -> str:
    return f"?{urlencode({'reprise': resumed.pk})}" if resumed else ""
