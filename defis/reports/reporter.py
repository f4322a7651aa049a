"""Who is reporting, on which défi, and through which of the two doors."""

import copy
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.functional import cached_property

from community.models import User

from ..models import DefiPage, Membership, ReportLink, Team
from .addresses import link_address, report_address
from .links import LinkRefused, Reason, read_link


@dataclass(frozen=True)
class Reporter:
    """A member of a team at work: signed in, or holding a signed ``link`` (its ``token``)."""

    membership: Membership
    link: ReportLink | None = None
    token: str = ""

    @property
    def team(self) -> Team:
        """The team that reports."""
        return self.membership.team

    @property
    def defi(self) -> DefiPage:
        """The défi reported on, in the language it was written in."""
        return self.team.defi

    @property
    def user(self) -> User:
        """The account that what is sent will belong to."""
        return self.membership.user

    @property
    def address(self) -> str:
        """The path of the form, through the door the person came in by."""
        return link_address(self.token) if self.link else report_address(self.defi)

    @cached_property
    def place(self) -> str:
        """What a device keeps this member's words under: it tells nothing of the member."""
        return salted_hmac("defis.reports.place", str(self.membership.pk)).hexdigest()[:24]

    def asking(self, request: HttpRequest) -> HttpRequest:
        """Return ``request`` as from this member, to read what the team may read.

        A link gives no session: nothing but the form itself is ever asked for with it.
        """
        asked: Any = copy.copy(request)
        asked.__dict__.pop("_read_once", None)
        asked.user, asked.session = self.user, {}
        return asked


def by_link(token: str) -> Reporter:
    """Return who holds the link ``token``; raises :class:`LinkRefused`, see ``links.read_link``."""
    link = read_link(token)
    if not link.membership.user.is_active:
        raise LinkRefused(Reason.REVOKED, link)
    return Reporter(link.membership, link, token)
