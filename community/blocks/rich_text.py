"""What an editor may do in a rich text: the site's own features, and those plugins add."""

import logging

from community.plugins import plugins

logger = logging.getLogger("community.plugins")

USUAL = ("bold", "italic", "ol", "ul", "link", "document-link")


def rich_text_features(*own: str) -> list[str]:
    """Return the names of the features ``own``, the usual ones without any, then the plugins'.

    Headings are blocks of their own, so that an article cannot jump levels (RGAA 9.1). A plugin
    that fails is logged, and costs only its own features.
    """
    names = list(own or USUAL)
    for plugin in plugins():
        try:
            names += [name for name in plugin.rich_text_features() if name not in names]
        except Exception:
            logger.exception("The plugin '%s' failed in rich_text_features()", plugin.label)
    return names
