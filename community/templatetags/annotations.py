"""The tag around the text of a page, by which plugins add definitions and notes to it."""

from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from community.text import annotated

register = template.Library()


@register.simple_block_tag(takes_context=True)
def annotate(context: Context, content: str, page: Any = None) -> SafeString:
    """What stands between the tags, with the plugins' additions; as it is outside of pages."""
    request = context.get("request")
    if page is None or request is None:
        return SafeString(content)
    return annotated(content, page, request)
