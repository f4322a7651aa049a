"""Who will see a follow-up once it is published, in a few words."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from wagtail.models import PageViewRestriction

from ..models import FollowUpPage


def audiences_of(pages: Iterable[FollowUpPage]) -> dict[int, str]:
    """Return the audience of each of ``pages`` by its key, in one query."""
    paths = {page.pk: _paths(page) for page in pages}
    above = {path for found in paths.values() for path in found}
    restrictions = PageViewRestriction.objects.filter(page__path__in=above)
    kinds = dict(restrictions.values_list("page__path", "restriction_type"))
    return {
        key: _words([kinds[path] for path in found if path in kinds])
        for key, found in paths.items()
    }


def _paths(page: FollowUpPage) -> list[str]:
    """The path of ``page`` and of all that stands above it."""
    step = page.steplen
    return [page.path[:end] for end in range(step, len(page.path) + 1, step)]


def _words(kinds: list[str]) -> str:
    if not kinds:
        return _("everyone")
    if PageViewRestriction.GROUPS in kinds:
        return _("the team alone")
    if PageViewRestriction.PASSWORD in kinds:
        return _("those who have the password")
    return _("the community: those who sign in")
