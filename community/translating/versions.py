"""Which version of a page is the original, and which were made from it."""

from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail_localize.models import Translation


def versions_made_from(page: Page) -> PageQuerySet:
    """Return the versions of ``page`` in other languages that follow it, aliases included.

    They are those that wagtail-localize made from it, whether it still keeps them in step or
    not; and for a page in the site's own language that is no translation itself, all others.
    """
    others = Page.objects.filter(translation_key=page.translation_key)
    others = others.exclude(locale_id=page.locale_id)
    known = Translation.objects.filter(source__object_id=page.translation_key)
    made = known.filter(source__locale_id=page.locale_id).values("target_locale_id")
    native = page.locale.language_code == settings.LANGUAGE_CODE
    if native and not known.filter(target_locale_id=page.locale_id).exists():
        return others
    return others.filter(Q(locale_id__in=made) | Q(alias_of=page.pk))


def originals(pages: QuerySet) -> QuerySet:
    """Return ``pages`` without those that wagtail-localize made from another one, and aliases."""
    made = Translation.objects.filter(
        source__object_id=OuterRef("translation_key"), target_locale=OuterRef("locale_id")
    )
    return pages.filter(~Exists(made), alias_of=None)


def live_versions(keys: Any, locale_id: int) -> dict[int, int]:
    """Return, for pages in other languages, the key of their live version in this one.

    ``keys`` are keys of pages. Those that have no such version, and those that are in this
    language already, are left out. An alias is no version: it waits for its translation.
    """
    foreign = Page.objects.filter(pk__in=keys).exclude(locale_id=locale_id)
    identities = dict(foreign.values_list("pk", "translation_key"))
    if not identities:
        return {}
    live = Page.objects.live().filter(
        translation_key__in=identities.values(), locale_id=locale_id, alias_of=None
    )
    versions = dict(live.values_list("translation_key", "pk"))
    return {key: versions[who] for key, who in identities.items() if who in versions}
