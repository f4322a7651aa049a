"""Keeps the state of a défi what its latest published follow-up says."""

from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import PageViewRestriction
from wagtail.search import index
from wagtail.signals import page_published, page_unpublished, post_page_move

from .models import DefiIndexPage, DefiPage, DraftFile, FollowUpPage, Team
from .moderation.workflow import give_workflow


@receiver([page_published, page_unpublished], sender=FollowUpPage)
@receiver(post_delete, sender=FollowUpPage)
def follow_up_changed(sender: Any, instance: FollowUpPage, **kwargs: Any) -> None:
    """A follow-up came, went or changed."""
    _refresh_above(instance.path)


@receiver(post_page_move, sender=FollowUpPage)
def follow_up_moved(
    sender: Any, parent_page_before: Any, parent_page_after: Any, **kwargs: Any
) -> None:
    """A follow-up was moved from one défi to another."""
    for parent in (parent_page_before, parent_page_after):
        defi = DefiPage.objects.filter(pk=parent.pk).first()
        if defi is not None:
            refresh_state(defi)


@receiver([post_save, post_delete], sender=PageViewRestriction)
def restriction_changed(sender: Any, instance: PageViewRestriction, **kwargs: Any) -> None:
    """A follow-up was made private or public again: a private one must not show by the state."""
    page = instance.page
    if page.specific_class is FollowUpPage:
        _refresh_above(page.path)


@receiver(post_delete, sender=DraftFile)
def draft_file_deleted(sender: Any, instance: DraftFile, **kwargs: Any) -> None:
    """The file goes with its row, once it is sure that the row goes."""
    file = instance.file
    transaction.on_commit(lambda: file.storage.delete(file.name))


def _refresh_above(path: str) -> None:
    defi = DefiPage.objects.filter(path=path[: -DefiPage.steplen]).first()
    if defi is not None:
        refresh_state(defi)


def refresh_state(defi: DefiPage) -> None:
    """Store the current state of ``defi`` in each of its languages, and index it again."""
    for version in DefiPage.objects.filter(translation_key=defi.translation_key):
        state = version.current_state()
        if state != version.state:
            # Not save(): a page waiting in moderation keeps its draft and its dates.
            DefiPage.objects.filter(pk=version.pk).update(state=state)
            version.state = state
            index.insert_or_update_object(version)


@receiver(post_delete, sender=Team)
def team_gone(sender: Any, instance: Team, **kwargs: Any) -> None:
    """A team goes with its défi: nobody may find its rights again under the same name."""
    Group.objects.filter(pk=instance.group_id).delete()


@receiver(post_save, sender=DefiIndexPage)
def index_made(
    sender: Any, instance: DefiIndexPage, created: bool, raw: bool, **kwargs: Any
) -> None:
    """A list of défis was made: what is sent below it is read by the coordinators of its sites."""
    if created and not raw:
        give_workflow(instance)
