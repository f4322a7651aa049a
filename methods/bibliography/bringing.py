"""Makes pages of what a file brings: all that was chosen, or nothing."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Page

from .candidates import Candidate, State
from .items import Item, fields_of, year_of
from .people import people

LONGEST_SLUG = 60


class NotBrought(Exception):
    """Nothing was made: the entry at ``line`` cannot be a page, for the reasons given."""

    def __init__(self, line: int, reasons: list[str]) -> None:
        super().__init__(f"{line}: {reasons}")
        self.line = line
        self.reasons = reasons


def bring(chosen: Iterable[Candidate], index: Page, user: Any, *, publish: bool) -> tuple[int, int]:
    """Make or complete the pages chosen below ``index``; return how many of each.

    A known reference is completed with what it lacks; what it says already stays. Without
    ``publish`` new pages are drafts, and what is added to known ones is a draft too. Raises
    :class:`NotBrought`, nothing being changed then.
    """
    made = completed = 0
    taken = set(index.get_children().values_list("slug", flat=True))
    with transaction.atomic():
        for candidate in chosen:
            try:
                if candidate.state is State.KNOWN:
                    completed += _complete(candidate, user, publish)
                else:
                    _make(candidate.entry.item, index, user, publish, taken)
                    made += 1
            except ValidationError as error:
                raise NotBrought(candidate.entry.line, error.messages) from error
    return made, completed


def _make(item: Item, index: Page, user: Any, publish: bool, taken: set[str]) -> None:
    from ..models import ReferencePage

    page = ReferencePage(**fields_of(item, ReferencePage), live=False, owner=user)
    page.slug = _free(item, taken)
    taken.add(page.slug)
    index.add_child(instance=page)
    revision = page.save_revision(user=user, log_action=True)
    if publish:
        revision.publish(user=user)


def _complete(candidate: Candidate, user: Any, publish: bool) -> int:
    page = candidate.known.get_latest_revision_as_object()
    fields = fields_of(candidate.entry.item, type(page))
    extra = {**fields.pop("extra"), **page.extra}
    fields.pop("csl_type")
    changed = extra != page.extra
    page.extra = extra
    for name, value in fields.items():
        if value and not getattr(page, name):
            setattr(page, name, value)
            changed = True
    if not changed:
        return 0
    page.full_clean()
    revision = page.save_revision(user=user, log_action=True)
    if publish and page.permissions_for_user(user).can_publish():
        revision.publish(user=user)
    return 1


def _free(item: Item, taken: set[str]) -> str:
    """A slug of the first author and the year, or of the title; with a number if it is taken."""
    names = people(item, "author", "editor")
    first = (names[0].get("family") or names[0].get("literal") or "") if names else ""
    words = f"{first} {year_of(item) or ''}" if first else str(item["title"])
    slug = slugify(words)[:LONGEST_SLUG].strip("-") or "reference"
    free, number = slug, 2
    while free in taken:
        free, number = f"{slug}-{number}", number + 1
    return free
