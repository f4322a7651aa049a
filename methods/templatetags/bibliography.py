"""References in templates."""

from typing import Any

from django import template
from django.template import Context

from methods.bibliography.shown import Shown, shown

register = template.Library()


@register.simple_tag(takes_context=True)
def shown_reference(context: Context, page: Any) -> Shown:
    """Return a reference page as the request's style has it."""
    return shown([page], context["request"])[0]
