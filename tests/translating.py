"""The road of a translation: through wagtail-localize's objects, or through its screens."""

import json
from collections.abc import Iterator
from typing import Any

import polib
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase
from django.urls import reverse
from wagtail.fields import StreamField
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from community.models import User


def edit_url(instance: Any) -> str:
    """Return the address at which the administration edits a page or a snippet."""
    if isinstance(instance, Page):
        return reverse("wagtailadmin_pages:edit", args=[instance.pk])
    names = f"{instance._meta.app_label}_{instance._meta.model_name}"
    return reverse(f"wagtailsnippets_{names}:edit", args=[instance.pk])


def submitted(instance: Any, english: Locale, user: User) -> Translation:
    """Submit ``instance`` as the button does; return its translation."""
    translate_object(instance, [english], user=user)
    return Translation.objects.get(
        source__object_id=instance.translation_key, target_locale=english
    )


def translate_all(translation: Translation) -> list[str]:
    """Say in English all that is missing; return it."""
    file = translation.export_po()
    missing = [entry.msgid for entry in file if not entry.msgstr and not entry.obsolete]
    fill(file)
    translation.import_po(file)
    return missing


def publish(translation: Translation, user: User) -> Any:
    """Publish what is translated; return the version as it is then."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(user=user, publish=True)
    locale = translation.target_locale
    assert not StringTranslation.objects.filter(locale=locale, has_error=True).exists()
    return translation.get_target_instance()


def published_in(instance: Any, english: Locale, user: User) -> Any:
    """Return the published English version of ``instance``, made by now if need be."""
    translation = submitted(instance, english, user)
    translate_all(translation)
    return publish(translation, user)


def fill(file: polib.POFile) -> None:
    """Give each entry a stand-in for its translation; the name in an address stays one."""
    for entry in file:
        is_slug = entry.msgctxt.rsplit(".")[-1] == "slug"
        said = f"en-{entry.msgid}"[:50] if is_slug else f"EN {entry.msgid}"
        entry.msgstr = entry.msgstr or said


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
