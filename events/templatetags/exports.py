"""Addresses of exports that templates cannot write by themselves."""

from typing import Any

from django import template

register = template.Library()


@register.simple_tag(takes_context=True)
def calendar_subscription(context: Any, page: Any) -> str:
    """Return the address that opens a calendar program and subscribes it to the programme."""
    request = context["request"]
    address = request.build_absolute_uri(f"{page.get_url(request)}programme.ics")
    return f"webcal:{address.partition(':')[2]}"
