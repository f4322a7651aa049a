"""The cousins at the end of the page of a défi."""

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from .asking import Cousin, near


def cousins_of_page(context: Any, arguments: Mapping[str, Any]) -> SafeString | None:
    """The défis near this one, which were read with what surrounds the page: no query."""
    request, pages = context["request"], context.get("near")
    if not pages:
        return None
    entries = {entry.pk: entry for entry in near(arguments["page"], request)}
    cousins = [Cousin(page, entries[page.pk]) for page in pages if page.pk in entries]
    return render_to_string("defis/defi/cousins.html", {"cousins": cousins}, request=request)
