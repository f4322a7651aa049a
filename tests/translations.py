"""Translating through wagtail-localize's own objects, for the tests that need a translation."""

from collections.abc import Callable

from django.test import TestCase
from django.utils.text import slugify
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

ROOT_DEPTH = 1


def translated(page: Page, locale: Locale, say: Callable[[str], str]) -> Page:
    """Publish ``page`` in ``locale``, and the pages above it that are not there yet.

    ``say`` gives the words of each text segment. Returns the specific translation.
    """
    for above in page.get_ancestors(inclusive=True).filter(depth__gt=ROOT_DEPTH).specific():
        if above.pk == page.pk or above.get_translation_or_none(locale) is None:
            publish(above, locale, say)
    return page.get_translation(locale).specific


def version(page: Page, locale: Locale) -> Page:
    """Return the version of ``page`` in ``locale``: the demonstration's, or else a draft copy."""
    known = page.get_translation_or_none(locale)
    return known or page.copy_for_translation(locale, copy_parents=True)


def publish(thing: object, locale: Locale, say: Callable[[str], str]) -> None:
    """Translate every segment of a page or snippet, and publish it."""
    source, _made = TranslationSource.update_or_create_from_instance(thing)
    translation, _made = Translation.objects.get_or_create(source=source, target_locale=locale)
    for segment in source.stringsegment_set.select_related("string", "context"):
        words = say(segment.string.data)
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=locale,
            context=segment.context,
            defaults={"data": slugify(words) if segment.context.path == "slug" else words},
        )
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=True)
