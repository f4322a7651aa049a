"""The history of the pages of the demonstration: one revision each, which says what they show."""

from django.db.models import Model
from wagtail.models import Page, Revision


def new_revision(page: Page, user: Model) -> None:
    """Give a published page a new revision, which an editor finds when opening it.

    It is what ``save_revision`` and then ``save`` leave, without writing the page and all its
    rows twice more: the page was written a moment ago.
    """
    revision = Revision.objects.create(
        content_object=page,
        base_content_type=page.get_base_content_type(),
        user=user,
        content=page.serializable_data(),
        object_str=str(page),
    )
    told = {
        "latest_revision": revision,
        "live_revision": revision,
        "latest_revision_created_at": revision.created_at,
    }
    for name, value in told.items():
        setattr(page, name, value)
    Page.objects.filter(pk=page.pk).update(**told)


def complete_revision(page: Page) -> None:
    """Say in the revision that ``page`` shows what it now holds: rows came after it."""
    Revision.objects.filter(pk=page.live_revision_id).update(content=page.serializable_data())
