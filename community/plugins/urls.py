"""The plugins' public addresses."""

import logging

from django.urls import URLResolver, include, path

from .registry import plugins

logger = logging.getLogger("community.plugins")


def plugin_urls() -> list[URLResolver]:
    """Return one include per plugin that has addresses, under the namespace of its label.

    A plugin whose addresses cannot be built is logged and left out, so that the address check
    and the system check naming it can run.
    """
    resolvers = []
    for plugin in plugins():
        try:
            patterns = list(plugin.url_patterns())
            if patterns:
                included = include((patterns, plugin.label), namespace=plugin.label)
                resolvers.append(path("", included))
        except Exception:
            logger.exception("The plugin '%s' failed in url_patterns()", plugin.label)
    return resolvers
