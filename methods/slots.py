"""What this plugin adds to the pages of the site."""

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from .models import MethodPage


def tools_of_page(context: Any, arguments: Mapping[str, Any]) -> SafeString | None:
    """What can be done with a method: put it in a session, tell how it went."""
    page = arguments["page"]
    if not isinstance(page, MethodPage):
        return None
    data = {"page": page}
    return render_to_string("methods/slots/tools.html", data, request=context["request"])
