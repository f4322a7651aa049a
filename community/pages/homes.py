"""Where the home page of each language stands in the page tree, kept in the cache.

Every list of every page asks for it; it changes when a site or a language is set up.
"""

from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Locale, Page, Site
from wagtail.signals import post_page_move

KEY = "community.pages.homes.addresses"
HOME_DEPTH = 2  # just below the root of the tree
#: Nothing should be missed by the receivers below; if something is, it heals in this time.
SECONDS = 300


def home_paths(site: Site) -> list[tuple[str, str, str]]:
    """Return the (language code, tree path, url path) of each live home page of ``site``."""
    known = cache.get(KEY) or {}
    if site.pk not in known:
        homes = site.root_page.get_translations(inclusive=True).live()
        known[site.pk] = list(homes.values_list("locale__language_code", "path", "url_path"))
        cache.set(KEY, known, SECONDS)
    return known[site.pk]


@receiver([post_save, post_delete])
@receiver(post_page_move)
def forget_homes(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Forget what was known when a site, a language or a home page changes."""
    is_home = isinstance(instance, Page) and (instance.depth or 0) <= HOME_DEPTH
    if is_home or isinstance(instance, Site | Locale):
        cache.delete(KEY)
        # Again after the commit: another process may have read the old state meanwhile.
        transaction.on_commit(lambda: cache.delete(KEY))
