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
    told = text_page(page, request)
    for plugin in plugins():
        try:
            for text_pass in plugin.text_passes():
                html = text_pass(html, told)
        except Exception:
            logger.exception("The plugin '%s' failed on the text of %r", plugin.label, page)
    return mark_safe(html)


def text_page(page: Any, request: HttpRequest) -> TextPage:
    """Return what the passes are told of ``page``, with all that they have kept in mind so far.

    For what is shown after the text: a list of notes.
    """
    return once(request, f"text of {id(page)}", lambda: TextPage(page, request, {}))
