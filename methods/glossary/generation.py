"""A number in the shared cache which changes when a term does.

Each process keeps what it made of the terms together with this number, and makes it again when
the number is another one: so every worker follows, without a query for each page.
"""

import uuid
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_slug_changed, post_page_move

from community.pages.homes import HOME_DEPTH

KEY = "methods.glossary.generation"
#: Nothing should be missed by the receivers below; if something is, it heals in this time.
SECONDS = 3600


def current() -> str:
    """Return the number of now: one look into the cache, no query."""
    known = cache.get(KEY)
    if known is None:
        known = uuid.uuid4().hex
        cache.set(KEY, known, SECONDS)
    return known


def bump(**kwargs: Any) -> None:
    """Have the terms read again by every process."""
    cache.set(KEY, uuid.uuid4().hex, SECONDS)
    # Again after the commit: another process may have read the old state meanwhile.
    transaction.on_commit(lambda: cache.set(KEY, uuid.uuid4().hex, SECONDS))


def connect() -> None:
    """Follow what makes a term appear, change, move or vanish; called once, at start."""
    # Publishing and unpublishing save the page.
    for signal in (post_save, post_delete):
        signal.connect(_follow)
    # The addresses of terms come from the pages above them too.
    for signal in (page_slug_changed, post_page_move):
        signal.connect(bump)


def _follow(sender: Any, instance: Any, **kwargs: Any) -> None:
    from ..models import GlossaryTermPage

    is_home = isinstance(instance, Page) and (instance.depth or 0) <= HOME_DEPTH
    if is_home or isinstance(instance, GlossaryTermPage | PageViewRestriction | Site | Locale):
        bump()
