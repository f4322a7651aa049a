"""Submitting a page for translation with few queries.

wagtail-localize writes a page's segments one by one, a dozen queries each. An editor submits one
page at a time and never sees it; the demonstration submits a hundred.
"""

import json
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from django.utils import timezone
from modelcluster.models import ClusterableModel, get_serializable_data_for_fields
from wagtail.models import TranslatableMixin
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
    get_schema_version,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments


def submit(instance: TranslatableMixin) -> TranslationSource:
    """Return what is to be translated of a page or snippet that was never submitted.

    It is what ``TranslationSource.get_or_create_from_instance`` makes, a test compares them.
    """
    objects = TranslatableObject.objects
    source = TranslationSource.objects.create(
        object=objects.get_or_create_from_instance(instance)[0],
        locale=instance.locale,
        specific_content_type=ContentType.objects.get_for_model(type(instance)),
        object_repr=str(instance)[:200],
        content_json=_content(instance),
        schema_version=get_schema_version(instance._meta.app_label),
        last_updated_at=timezone.now(),
    )
    values = extract_segments(instance)
    contexts = _contexts(source, {value.path for value in values})
    strings = _strings(
        source, {value.string.data for value in values if isinstance(value, StringSegmentValue)}
    )
    rows: dict[type[Model], list[Any]] = {}
    for value in values:
        model, fields = _segment(value, strings)
        row = model(source=source, context=contexts[value.path], order=value.order, **fields)
        rows.setdefault(model, []).append(row)
    for model, segments in rows.items():
        model._default_manager.bulk_create(segments)
    return source


def _content(instance: Model) -> str:
    if isinstance(instance, ClusterableModel):
        return instance.to_json()
    return json.dumps(get_serializable_data_for_fields(instance), cls=DjangoJSONEncoder)


def _contexts(source: TranslationSource, paths: set[str]) -> dict[str, TranslationContext]:
    """Make the contexts; their ``field_path`` is found when an editor first needs it."""
    contexts = [
        TranslationContext(
            object=source.object, path=path, path_id=TranslationContext._get_path_id(path)
        )
        for path in sorted(paths)
    ]
    TranslationContext.objects.bulk_create(contexts, ignore_conflicts=True)
    made = TranslationContext.objects.filter(object=source.object)
    return {context.path: context for context in made}


def _strings(source: TranslationSource, texts: set[str]) -> dict[str, String]:
    """Make the strings that no other page has."""
    strings = [
        String(locale=source.locale, data=text, data_hash=String._get_data_hash(text))
        for text in sorted(texts)
    ]
    String.objects.bulk_create(strings, ignore_conflicts=True)
    hashes = [string.data_hash for string in strings]
    made = String.objects.filter(locale=source.locale, data_hash__in=hashes)
    return {string.data: string for string in made}


def _segment(value: Any, strings: dict[str, String]) -> tuple[type[Model], dict[str, Any]]:
    """Return the model of a segment, and the fields that are its own."""
    match value:
        case StringSegmentValue():
            attrs = json.dumps(value.attrs, cls=DjangoJSONEncoder)
            return StringSegment, {"string": strings[value.string.data], "attrs": attrs}
        case TemplateSegmentValue():
            return TemplateSegment, {"template": Template.from_value(value)}
        case RelatedObjectSegmentValue():
            key, kind = value.translation_key, value.content_type
            related = TranslatableObject.objects.get_or_create(
                translation_key=key, content_type=kind
            )
            return RelatedObjectSegment, {"object": related[0]}
        case OverridableSegmentValue():
            data = json.dumps(value.data, cls=DjangoJSONEncoder)
            return OverridableSegment, {"data_json": data}
    raise TypeError(value)
