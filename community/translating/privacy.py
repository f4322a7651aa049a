"""A page is as private in every language: its restriction is copied to its versions.

Wagtail asks aliases for the restriction of their source, but not translations; wagtail-localize
copies it when a translation is published, too late when a page is closed in a hurry.
"""

from typing import Any

from django.db.models import QuerySet
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published

from .versions import versions_made_from


@receiver(post_save, sender=PageViewRestriction)
def restricted(
    sender: Any, instance: PageViewRestriction, raw: bool = False, **kwargs: Any
) -> None:
    """A page was closed, or closed otherwise."""
    if not raw:
        close_versions(instance.page)


@receiver(m2m_changed, sender=PageViewRestriction.groups.through)
def groups_changed(sender: Any, instance: Any, action: str, **kwargs: Any) -> None:
    """The groups of a restriction are stored after it."""
    if action.startswith("post_") and isinstance(instance, PageViewRestriction):
        close_versions(instance.page)


@receiver(post_delete, sender=PageViewRestriction)
def opened(sender: Any, instance: PageViewRestriction, origin: Any, **kwargs: Any) -> None:
    """A page was opened again; not when the restriction only goes because its page does."""
    model = origin.model if isinstance(origin, QuerySet) else type(origin)
    if model is PageViewRestriction:
        close_versions(instance.page)


@receiver(page_published)
def came_out(sender: Any, instance: Any, **kwargs: Any) -> None:
    """A page came out: its versions are as private as it is, whatever happened meanwhile."""
    close_versions(instance)


def close_versions(page: Page) -> None:
    """Give the versions made from ``page`` its restrictions, and no other."""
    wanted = [_facts(one) for one in page.view_restrictions.prefetch_related("groups")]
    for version in versions_made_from(page).prefetch_related("view_restrictions__groups"):
        if [_facts(one) for one in version.view_restrictions.all()] == wanted:
            continue
        # Closed before it is opened: never open in between.
        former = [one.pk for one in version.view_restrictions.all()]
        for kind, password, groups in wanted:
            made = PageViewRestriction.objects.create(
                page=version, restriction_type=kind, password=password
            )
            made.groups.set(groups)
        PageViewRestriction.objects.filter(pk__in=former).delete()


def _facts(restriction: PageViewRestriction) -> tuple[str, str, frozenset[int]]:
    groups = frozenset(group.pk for group in restriction.groups.all())
    return restriction.restriction_type, restriction.password, groups
