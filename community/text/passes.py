"""Runs the text of a page through the passes of the plugins."""

import logging
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from community.pages.once import once
from community.plugins import TextPage, plugins

logger = logging.getLogger("community.plugins")


def annotated(html: str, page: Any, request: HttpRequest) -> SafeString:
    """Return safe ``html``, a part of ``page``, as the passes of the plugins leave it.

    A page may have several such parts: the passes are told the same :class:`TextPage` for each,
    in the order in which the template shows them. A pass that fails is logged with the plugin's
    name and leaves the text as it was.
    """
    text_page = once(request, f"text of {id(page)}", lambda: TextPage(page, request, {}))
    for plugin in plugins():
        try:
            for text_pass in plugin.text_passes():
                html = text_pass(html, text_page)
        except Exception:
            logger.exception("The plugin '%s' failed on the text of %r", plugin.label, page)
    return mark_safe(html)
