"""What cards of obstacles and levers say."""

from typing import Any

from django import template
from django.template import Context

from ..factors import defis_by_factor

register = template.Library()


@register.simple_tag(takes_context=True)
def defis_that_met(context: Context, factor: Any) -> int:
    """Return how many défis of this visitor's met an obstacle or have a lever."""
    return defis_by_factor(context["request"])[factor.pk]
