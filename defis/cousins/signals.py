"""What makes the index of cousins begin again."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from ..models import DefiPage, FactorPage, FollowUpPage
from .kept import begin_again

_READ = (DefiPage, FollowUpPage, FactorPage)


@receiver([page_published, page_unpublished, post_page_move, post_delete])
def page_changed(sender: Any, **kwargs: Any) -> None:
    """A page that the index reads came, went or changed."""
    if sender in _READ:
        _again()


@receiver([post_save, post_delete], sender=PageViewRestriction)
def privacy_changed(sender: Any, **kwargs: Any) -> None:
    """A page was closed or opened, perhaps one above a défi."""
    _again()


def _again() -> None:
    begin_again()
    # Again after the commit: another process may have read the old state meanwhile.
    transaction.on_commit(begin_again)
