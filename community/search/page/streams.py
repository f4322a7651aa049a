"""The text of what a page keeps, read from the database's own columns: no page is loaded."""

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from django.db.models import Field, Model
from django.utils.html import strip_tags
from modelsearch.index import SearchField
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

_BREAKS = re.compile(r"</(?:p|li|h\d|td|th|div|blockquote)>|<[bh]r\b[^>]*>")
_ENDS = (".", "!", "?", "…", ":", ";", ",", "»", "”")
#: Shown by themselves, or looked at first.
_ELSEWHERE = frozenset({"title", "summary", "search_description", "slug"})


def text_fields(model: type[Model]) -> list[Field]:
    """Return the columns of ``model`` that are searched and hold sentences of its pages."""
    # What is searched may also be a property or a method, which has no column.
    columns = {field.name: field for field in model._meta.get_fields() if isinstance(field, Field)}
    found = []
    for one in model.get_search_fields():  # type: ignore[attr-defined]
        if isinstance(one, SearchField) and one.field_name not in _ELSEWHERE:
            field = columns.get(one.field_name)
            if field is not None and not field.is_relation and not field.choices:
                found.append(field)
    return found


def plain_text(field: Field, raw: str) -> str:
    """Return the words of what stands in the column of ``field``, without markup."""
    if isinstance(field, StreamField):
        try:
            return joined(_texts(field.stream_block, json.loads(raw)))
        except (ValueError, TypeError, KeyError, AttributeError):
            return ""  # An import wrote something else than blocks there.
    return without_markup(raw) if isinstance(field, RichTextField) else raw


def without_markup(html: str) -> str:
    """Return the text of some rich text; its paragraphs and items stay apart."""
    return joined(unescape(strip_tags(part)) for part in _BREAKS.split(html))


def joined(texts: Iterable[str]) -> str:
    """Return ``texts`` in a row, a dot between those that no sign parts: titles, items, names."""
    row = ""
    for text in filter(None, map(str.strip, texts)):
        between = " " if row.endswith(_ENDS) and not text[0].islower() else " · "
        row += between + text if row else text
    return row


def _texts(block: blocks.Block, value: Any) -> Iterator[str]:
    """The texts below one block, as the index takes them.

    The value is raw: to make a block's value of it would load the images and pages that it names.
    """
    if value in (None, "") or not getattr(block, "search_index", True):
        return
    if isinstance(block, blocks.BaseStreamBlock):
        for child in value:
            if child["type"] in block.child_blocks:
                yield from _texts(block.child_blocks[child["type"]], child["value"])
    elif isinstance(block, blocks.ListBlock):
        for child in value:
            held = child["value"] if isinstance(child, dict) and "type" in child else child
            yield from _texts(block.child_block, held)
    elif isinstance(block, blocks.BaseStructBlock):
        for name, child in block.child_blocks.items():
            yield from _texts(child, value.get(name) if isinstance(value, dict) else None)
    elif isinstance(block, blocks.RichTextBlock):
        yield without_markup(value)
    elif isinstance(block, blocks.CharBlock | blocks.TextBlock):
        yield str(value)
