"""Makes an edition from another: all of it in one transaction, or nothing."""

import logging
from typing import Any

from django.db import transaction
from wagtail.models import Page

from community.models import Phase
from community.plugins import plugins
from community.search.together import indexed_together
from events.models import EditionCloning, EditionPage, EditionPartner

from .others import copy_others
from .plan import ClonePlan
from .record import snapshot
from .sessions import copy_sessions
from .shift import first_day, moved_day
from .sites import make_sites

logger = logging.getLogger(__name__)


class CloningFailed(Exception):
    """A plugin could not follow: nothing was made. ``plugin`` is its label."""

    def __init__(self, plugin: str) -> None:
        super().__init__(plugin)
        self.plugin = plugin


def clone(plan: ClonePlan, user: Any) -> EditionPage:
    """Make the edition that ``plan`` describes, all drafts; return it.

    A plan whose token was used already makes nothing: what it made is returned. Raises
    ``CloningFailed`` when a plugin fails and ``ValidationError`` when a page cannot be saved.
    """
    done = EditionCloning.objects.filter(token=plan.token).select_related("edition").first()
    if done is not None:
        return done.edition
    with transaction.atomic(), indexed_together():
        new = _edition(plan, user)
        pages = fill(plan, new, user)
        for plugin in plugins():
            try:
                plugin.clone_edition(plan.old, new, pages)
            except Exception as error:
                logger.exception("The plugin '%s' failed in clone_edition()", plugin.label)
                raise CloningFailed(plugin.label) from error
        EditionCloning.objects.create(
            token=plan.token, edition=new, source=plan.old, made_by=user, made=snapshot(new)
        )
    return new


def fill(plan: ClonePlan, new: EditionPage, user: Any) -> dict[int, Page]:
    """Make the sites, sessions and pages of ``plan`` below ``new``.

    Returns the new page of each old one that lives on, by the key of the old one.
    """
    base = first_day(plan.old)
    days = (plan.first_day - base).days if base else 0
    sites = make_sites(plan, new, days, user)
    pages: dict[int, Page] = {plan.old.pk: new}
    pages.update(sites.successors)
    if plan.sessions:
        pages |= copy_sessions(plan, new, sites, days, user)
    if plan.pages:
        pages |= copy_others(plan.old, pages, user)
    return pages


def _edition(plan: ClonePlan, user: Any) -> EditionPage:
    old = plan.old
    base = first_day(old)
    days = (plan.first_day - base).days if base else 0
    new = EditionPage(
        title=plan.title,
        slug=plan.slug,
        year=plan.year,
        ordinal=max(1, old.ordinal + plan.year - old.year) if old.ordinal else None,
        short_name=old.short_name.replace(str(old.year), str(plan.year)),
        phase=Phase.BEFORE,
        starts_on=plan.first_day,
        ends_on=moved_day(old.ends_on, days),
        locale=old.locale,
        live=False,
        has_unpublished_changes=True,
        owner=user,
    )
    if plan.partners:
        new.partners = [
            EditionPartner(organisation=row.organisation, role=row.role, note=row.note)
            for row in old.partners.select_related("organisation")
        ]
    old.get_parent().add_child(instance=new)
    new.save_revision(user=user, changed=False, clean=False)
    return new
