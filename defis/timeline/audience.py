"""For whom a follow-up is, as its page's restriction says."""

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageViewRestriction


class Audience(models.TextChoices):
    """Who may read a follow-up that is not for everybody."""

    COMMUNITY = "community", _("Kept to the community")
    TEAM = "team", _("Kept to the team")


def tell_audience(follow_ups: list, request: HttpRequest) -> None:
    """Set ``audience`` on follow-ups that this visitor may read: one query, none for visitors.

    Nobody reads a follow-up that is kept to somebody without having signed in.
    """
    if not follow_ups or not request.user.is_authenticated:
        return
    restrictions = PageViewRestriction.objects.filter(page__in=[page.pk for page in follow_ups])
    kinds = dict(restrictions.values_list("page_id", "restriction_type"))
    for page in follow_ups:
        kind = kinds.get(page.pk)
        if kind:
            everybody = kind == PageViewRestriction.LOGIN
            page.audience = Audience.COMMUNITY if everybody else Audience.TEAM
