"""The road of a translation through the administration, as an editor takes it."""

import json
from collections.abc import Iterator
from typing import Any

import polib
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase
from django.urls import reverse
from wagtail.fields import StreamField
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation


def edit_url(instance: Any) -> str:
    """Return the address at which the administration edits a page or a snippet."""
    if isinstance(instance, Page):
        return reverse("wagtailadmin_pages:edit", args=[instance.pk])
    names = (instance._meta.app_label, instance._meta.model_name)
    return reverse("wagtailsnippets_{}_{}:edit".format(*names), args=[instance.pk])


def submit(editor: Client, instance: Any, english: Locale) -> Translation:
    """Ask for a translation as the button does; return it."""
    if isinstance(instance, Page):
        address = reverse("wagtail_localize:submit_page_translation", args=[instance.pk])
    else:
        names = [instance._meta.app_label, instance._meta.model_name, instance.pk]
        address = reverse("wagtail_localize:submit_snippet_translation", args=names)
    assert editor.get(address).status_code == 200
    response = editor.post(address, {"locales": [english.pk], "include_subtree": ""})
    assert response.status_code == 302, response.content[:500]
    return Translation.objects.get(
        source__object_id=instance.translation_key, target_locale=english
    )


def translate_one(editor: Client, translation: Translation, text: str) -> None:
    """Type the translation of the first segment that says ``text``."""
    segment = translation.source.stringsegment_set.filter(string__data=text).first()
    address = reverse(
        "wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk]
    )
    body = f"value=EN {text}"
    kind = "application/x-www-form-urlencoded"
    assert editor.put(address, body, content_type=kind).status_code in (200, 201)


def translate_all(editor: Client, translation: Translation) -> list[str]:
    """Download the .po file, say everything in it, send it back; return what was missing."""
    address = reverse("wagtail_localize:download_pofile", args=[translation.pk])
    file = polib.pofile(editor.get(address).content.decode())
    missing = [entry.msgid for entry in file if not entry.msgstr and not entry.obsolete]
    for entry in file:
        entry.msgstr = entry.msgstr or said_in_english(entry)
    address = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    sent = SimpleUploadedFile("translated.po", str(file).encode())
    assert editor.post(address, {"file": sent}).status_code == 302
    done, all_of_it = translation.get_progress()
    assert done == all_of_it
    return missing


def said_in_english(entry: polib.POEntry) -> str:
    """Return the stand-in for a translation; an address stays one."""
    is_slug = entry.msgctxt.rsplit(".")[-1] == "slug"
    return f"en-{entry.msgid}"[:50] if is_slug else f"EN {entry.msgid}"


def publish(editor: Client, twin: Any) -> None:
    """Press the button that publishes the translation."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        response = editor.post(edit_url(twin), {"action": "publish"})
    assert response.status_code == 302
    shown = editor.get(edit_url(twin))
    faults = [str(one) for one in shown.context["messages"] if one.level_tag == "error"]
    assert not faults, faults


def update(editor: Client, translation: Translation) -> None:
    """Bring the translation up to its source, the box "publish" as it is found."""
    address = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    shown = editor.get(address)
    assert not shown.context["form"]["publish_translations"].value()
    assert editor.post(address, {}).status_code == 302


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
