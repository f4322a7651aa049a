"""Who may read a follow-up: the restriction of Wagtail's on its page says it, and is set here."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageViewRestriction

from .models import FollowUpPage, Team


class Audience(models.TextChoices):
    """Those who may read a follow-up; the labels are those of the form."""

    EVERYONE = "everyone", _("Everyone")
    COMMUNITY = "community", _("The community: people with an account here")
    TEAM = "team", _("The team of this défi only")
    #: Only an editor sets it, in the administration.
    PASSWORD = "password", _("those who have the password")

    @property
    def hint(self) -> Any:
        """What stands beside a follow-up that is not for everybody."""
        is_wide = self == Audience.COMMUNITY
        return _("Kept to the community") if is_wide else _("Kept to the team")

    @property
    def in_a_sentence(self) -> Any:
        """The words that end “Will be seen by:”."""
        return _IN_A_SENTENCE.get(self, self.label)


_IN_A_SENTENCE = {
    Audience.EVERYONE: _("everyone"),
    Audience.COMMUNITY: _("the community: those who sign in"),
    Audience.TEAM: _("the team alone"),
}
#: Those that a team chooses from.
OFFERED = (Audience.EVERYONE, Audience.COMMUNITY, Audience.TEAM)
#: What each restriction means, the narrowest first: of several, it is the one that counts.
_RESTRICTIONS = {
    PageViewRestriction.GROUPS: Audience.TEAM,
    PageViewRestriction.PASSWORD: Audience.PASSWORD,
    PageViewRestriction.LOGIN: Audience.COMMUNITY,
}


def audiences_of(pages: Iterable[FollowUpPage], *, inherited: bool = False) -> dict[int, Audience]:
    """Return for whom each of ``pages`` is, by its key, in one query.

    ``inherited`` counts the restrictions of the pages above: by itself a follow-up of a private
    défi is for everyone.
    """
    paths = {page.pk: _paths(page) if inherited else [page.path] for page in pages}
    restrictions = PageViewRestriction.objects.filter(
        page__path__in={path for found in paths.values() for path in found}
    )
    kinds = dict(restrictions.values_list("page__path", "restriction_type"))
    return {key: _narrowest([kinds.get(path) for path in found]) for key, found in paths.items()}


def _paths(page: FollowUpPage) -> list[str]:
    """The path of ``page`` and of all that stands above it."""
    step = page.steplen
    return [page.path[:end] for end in range(step, len(page.path) + 1, step)]


def _narrowest(kinds: list[str | None]) -> Audience:
    found = (audience for kind, audience in _RESTRICTIONS.items() if kind in kinds)
    return next(found, Audience.EVERYONE)


def audience_offered(page: FollowUpPage) -> Audience:
    """Return for whom ``page`` itself is, among those that a team chooses from."""
    audience = audiences_of([page])[page.pk]
    return audience if audience in OFFERED else Audience.TEAM


def restrict(page: FollowUpPage, team: Team, audience: str) -> None:
    """Let only those see ``page`` whom ``audience``, a value of ``OFFERED``, says."""
    page.view_restrictions.all().delete()
    if audience == Audience.COMMUNITY:
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    elif audience == Audience.TEAM:
        groups = PageViewRestriction.GROUPS
        restriction = PageViewRestriction.objects.create(page=page, restriction_type=groups)
        restriction.groups.add(team.group)


def tell_audience(follow_ups: list[FollowUpPage], request: HttpRequest) -> None:
    """Set ``audience`` on follow-ups that this visitor may read: one query, none for visitors.

    Nobody reads a follow-up that is kept to somebody without having signed in.
    """
    if follow_ups and request.user.is_authenticated:
        audiences = audiences_of(follow_ups)
        for page in follow_ups:
            audience = audiences[page.pk]
            page.audience = "" if audience == Audience.EVERYONE else audience
