"""The road of a translation: through wagtail-localize's objects, or through its screens."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import polib
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase
from django.urls import reverse
from django.utils.text import slugify
from wagtail.fields import StreamField
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from community.models import User

ROOT_DEPTH = 1


def edit_url(instance: Any) -> str:
    """Return the address at which the administration edits a page or a snippet."""
    if isinstance(instance, Page):
        return reverse("wagtailadmin_pages:edit", args=[instance.pk])
    names = f"{instance._meta.app_label}_{instance._meta.model_name}"
    return reverse(f"wagtailsnippets_{names}:edit", args=[instance.pk])


Say = Callable[[str], str]


def submitted(instance: Any, locale: Locale, user: User | None = None) -> Translation:
    """Submit ``instance``, as it is now, as the button does; return its translation."""
    TranslationSource.update_or_create_from_instance(instance)
    translate_object(instance, [locale], user=user)
    return Translation.objects.get(source__object_id=instance.translation_key, target_locale=locale)


def translate_all(translation: Translation, say: Say | None = None) -> list[str]:
    """Say in English all that is missing; return it. With ``say``, its words take every place."""
    file = translation.export_po()
    missing = [entry.msgid for entry in file if not entry.msgstr and not entry.obsolete]
    fill(file, say)
    translation.import_po(file)
    return missing


def publish(translation: Translation, user: User | None = None) -> Any:
    """Publish what is translated; return the version as it is then."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(user=user, publish=True)
    locale = translation.target_locale
    assert not StringTranslation.objects.filter(locale=locale, has_error=True).exists()
    return translation.get_target_instance()


def published_in(
    instance: Any, locale: Locale, user: User | None = None, say: Say | None = None
) -> Any:
    """Return the published version of ``instance`` in ``locale``, made by now if need be."""
    translation = submitted(instance, locale, user)
    translate_all(translation, say)
    return publish(translation, user)


def translated(page: Page, locale: Locale, say: Say) -> Page:
    """Publish ``page`` in ``locale``, and the pages above it that are not there yet."""
    for above in page.get_ancestors().filter(depth__gt=ROOT_DEPTH).specific():
        if above.get_translation_or_none(locale) is None:
            published_in(above, locale, say=say)
    return published_in(page, locale, say=say).specific


def version(page: Page, locale: Locale) -> Page:
    """Return the version of ``page`` in ``locale``: the demonstration's, or else a draft copy."""
    known = page.get_translation_or_none(locale)
    return known or page.copy_for_translation(locale, copy_parents=True)


def fill(file: polib.POFile, say: Say | None = None) -> None:
    """Give each entry a stand-in for its translation; the name in an address stays one."""
    for entry in file:
        is_slug = entry.msgctxt.rsplit(".")[-1] == "slug"
        if say:
            entry.msgstr = slugify(say(entry.msgid)) if is_slug else say(entry.msgid)
        elif not entry.msgstr:
            entry.msgstr = f"en-{entry.msgid}"[:50] if is_slug else f"EN {entry.msgid}"


def sent_back(editor: Client, translation: Translation) -> None:
    """Download the file, translate it, and send it back, in the browser."""
    address = reverse("wagtail_localize:download_pofile", args=[translation.pk])
    file = polib.pofile(editor.get(address).content.decode())
    fill(file)
    address = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    sent = SimpleUploadedFile("translated.po", str(file).encode())
    assert editor.post(address, {"file": sent}).status_code == 302


def texts(page: Page) -> Iterator[tuple[str, str]]:
    """Give each text of ``page`` and of its rows that has several words, with its field."""
    streams = {field.name for field in page._meta.get_fields() if isinstance(field, StreamField)}
    for name, value in json.loads(page.to_json()).items():
        yield from _texts(name, json.loads(value) if name in streams and value else value)


def _texts(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(f"{name}.{key}", inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(name, inner)
    elif isinstance(value, str) and " " in value.strip():
        yield name, value
