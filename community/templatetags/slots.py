"""``{% slot "name" key=value %}``: the place where plugins add to a public template."""

from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from community.plugins.slots import fill_slot

register = template.Library()


@register.simple_tag(takes_context=True)
def slot(context: Context, name: str, **arguments: Any) -> SafeString:
    """Show what the plugins put in this slot; ``as var`` keeps it for a later ``{% if %}``."""
    return fill_slot(name, context, arguments)
