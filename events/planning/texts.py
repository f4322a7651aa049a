"""What a programme says of a session: written to the draft of its page, never to what is public."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from wagtail.log_actions import log
from wagtail.models import Page

from events.models import CampusPage, EditionPage, SessionPage
from events.models.addresses import check_slug
from events.programme.working import draft_of

#: What the form of a slot asks of its session.
TOLD = ("title", "session_type", "status", "parallel_group")


def told(session: SessionPage) -> dict[str, str]:
    """Return what the latest draft of ``session`` says."""
    draft = draft_of(session)
    return {name: draft[name] for name in TOLD}


def may_tell(user: Any, session: SessionPage) -> bool:
    """Return whether ``user`` may write to the page of ``session``, which nobody else holds."""
    rights = session.permissions_for_user(user)
    return rights.can_edit() and not rights.page_locked()


def may_add(user: Any, parent: Page) -> bool:
    """Return whether ``user`` may make sessions below ``parent``."""
    return parent.permissions_for_user(user).can_add_subpage()


def write(session: SessionPage, values: dict[str, str], user: Any) -> None:
    """Keep ``values`` as the latest draft of ``session``, unless it says so already."""
    if told(session) == told(session) | values:
        return
    draft = session.get_latest_revision_as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    # A draft may lack what only publishing asks for: it is not checked as a whole.
    draft.save_revision(user=user, log_action=True, clean=False)


def make(parent: Page, values: dict[str, str], user: Any) -> SessionPage:
    """Make the page of a session below ``parent``, as a draft."""
    page = SessionPage(
        **values,
        slug=free_slug(parent, values["title"]),
        locale_id=parent.locale_id,
        owner=user,
        live=False,
        has_unpublished_changes=True,
    )
    parent.add_child(instance=page)
    log(instance=page, action="wagtail.create", user=user, content_changed=True)
    page.save_revision(user=user, clean=False)
    return page


def copy(session: SessionPage, values: dict[str, str], user: Any) -> SessionPage:
    """Make another page with the texts and the speakers of ``session``, as a draft."""
    changes = {**values, "slug": free_slug(session.get_parent(), values["title"])}
    page = session.copy(update_attrs=changes, copy_revisions=False, keep_live=False, user=user)
    return page.specific


def free_slug(parent: Page, title: str) -> str:
    """Return an address below ``parent`` that nothing has."""
    base = slugify(title)[:200] or "seance"
    try:
        check_slug(base, CampusPage, EditionPage)
    except ValidationError:
        base = f"seance-{base}"
    taken = set(parent.get_children().values_list("slug", flat=True))
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug
