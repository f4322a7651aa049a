"""Keeps published programmes in step with the pages of their sessions."""

from typing import Any

from django.db.models.signals import pre_delete
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail.signals import page_published, page_unpublished

from .models import SessionPage
from .programme.publishing import refresh, withdraw


@receiver(page_published, sender=SessionPage)
def session_published(sender: Any, instance: SessionPage, **kwargs: Any) -> None:
    """A session was published by its own editor: its title or its status may be new."""
    revision = kwargs.get("revision")
    refresh(instance, revision.user if revision is not None else None)


@receiver(page_unpublished, sender=SessionPage)
def session_unpublished(sender: Any, instance: SessionPage, **kwargs: Any) -> None:
    """A session is no longer public: it leaves the programmes.

    One that Wagtail unpublishes because it is being deleted is still live in the database: the
    receiver below sees to it.
    """
    if not SessionPage.objects.filter(pk=instance.pk, live=True).exists():
        withdraw(instance)


@receiver(pre_delete, sender=SessionPage)
def session_deleted(sender: Any, instance: SessionPage, origin: Any, **kwargs: Any) -> None:
    """A session is about to go: the calendars that took it learn that it is cancelled.

    The programmes of sites that go with it, as they stand above, are left alone.
    """
    pages = origin if isinstance(origin, PageQuerySet) else Page.objects.none()
    withdraw(instance, apart_from=set(pages.values_list("pk", flat=True)))
