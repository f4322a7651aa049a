"""Keeps the groups of coordinators in step with the sites."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.signals import page_published, post_page_move

from ..models import CampusPage, EditionPage
from .groups import coordinators_group, remove_group


@receiver(post_save, sender=CampusPage)
def campus_saved(
    sender: Any,
    instance: CampusPage,
    raw: bool = False,
    update_fields: Any = None,
    **kwargs: Any,
) -> None:
    """A site was made, translated or renamed; not when only its draft or its dates are noted."""
    if not raw and (update_fields is None or "title" in update_fields):
        coordinators_group(instance)


@receiver(post_page_move, sender=CampusPage)
def campus_moved(sender: Any, instance: CampusPage, **kwargs: Any) -> None:
    """A site went to another edition, whose year its group is called by."""
    coordinators_group(CampusPage.objects.get(pk=instance.pk))


@receiver(page_published, sender=EditionPage)
def edition_published(sender: Any, instance: EditionPage, **kwargs: Any) -> None:
    """An edition may have another year."""
    for campus in CampusPage.objects.child_of(instance):
        coordinators_group(campus)


@receiver(post_delete, sender=CampusPage)
def campus_deleted(sender: Any, instance: CampusPage, **kwargs: Any) -> None:
    """A site is gone."""
    remove_group(instance)
