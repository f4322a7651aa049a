"""A number in the shared cache which changes when a term does.

Each process keeps what it made of the terms together with this number, and makes it again when
the number is another one: so every worker follows, without a query for each page.
"""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_slug_changed, post_page_move

from community.pages.generations import Generation
from community.pages.homes import HOME_DEPTH

#: Nothing should be missed by the receivers below; if something is, it heals in this time.
_terms = Generation("methods.glossary.generation", 3600)

#: The number of now: one look into the cache, no query.
current = _terms.current
#: Has the terms read again by every process.
bump = _terms.begin_again


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
