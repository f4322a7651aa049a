"""Marks that tell what is still true of what was made from pages and kept.

Whatever is made of many pages (an index, a list of words) is kept together with the mark it was
made under. Publishing, unpublishing, deleting, moving or closing a page gives another mark: every
process then makes it again when it is next asked for, without a query for each page.
"""

import uuid
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move


class Generation:
    """A mark in the cache that all processes share."""

    def __init__(self, name: str, seconds: int) -> None:
        """``name`` is its key; if some change is missed, that heals in ``seconds``."""
        self.name = name
        self.seconds = seconds
        self._models: tuple[type, ...] = ()

    def current(self) -> str:
        """Return the mark of now: one look into the cache, no query."""
        # Two processes may ask at once: the first to write decides.
        return str(cache.get_or_set(self.name, lambda: uuid.uuid4().hex, self.seconds))

    def begin_again(self, **kwargs: Any) -> None:
        """Let the next question find out of date what was made before."""
        cache.delete(self.name)
        # Again after the commit: another process may have read the old state meanwhile.
        transaction.on_commit(lambda: cache.delete(self.name))

    def follow_pages(self, *models: type) -> None:
        """Begin again when a page of ``models`` changes for readers, or any page is closed."""
        self._models = models or (Page,)
        for signal in (page_published, page_unpublished, post_page_move, post_delete):
            signal.connect(self._page_changed)
        for signal in (post_save, post_delete):
            signal.connect(self.begin_again, sender=PageViewRestriction)

    def _page_changed(self, sender: Any, **kwargs: Any) -> None:
        if isinstance(sender, type) and issubclass(sender, self._models):
            self.begin_again()
