"""Slots: the places where a plugin adds to another's template."""

import logging
from collections.abc import Mapping
from typing import Any

from django.template import Context
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString

from .registry import plugins

logger = logging.getLogger("community.plugins")


def fill_slot(name: str, context: Context, arguments: Mapping[str, Any]) -> SafeString:
    """Return what the plugins put in this slot, in plugin order; empty when none does.

    Text is escaped unless it is a SafeString. An exception is logged with the plugin's name and
    costs only that plugin's part.
    """
    parts: list[SafeString] = []
    for plugin in plugins():
        try:
            content = plugin.slots().get(name)
            part = content(context, arguments) if content else None
            if part is not None:
                # Here, and not when joining: a lazy text may fail as late as this.
                parts.append(conditional_escape(part))
        except Exception:
            logger.exception("The plugin '%s' failed in the slot %s", plugin.label, name)
    return format_html_join("", "{}", ((part,) for part in parts))
