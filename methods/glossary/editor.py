"""Lets editors switch the definitions off for a passage: a style of the rich text editor."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler
from wagtail.admin.rich_text.editors.draftail.features import InlineStyleFeature

from . import NO_DEFINITIONS

_STYLE = "NO_DEFINITIONS"


def register_no_definitions(features: Any) -> None:
    """Register the style, kept in texts as ``<span data-plain>``."""
    features.register_editor_plugin(
        "draftail",
        NO_DEFINITIONS,
        InlineStyleFeature(
            {
                "type": _STYLE,
                "icon": "no-view",
                "description": _("No definitions here"),
                "style": {"outline": "1px dashed"},
            }
        ),
    )
    features.register_converter_rule(
        "contentstate",
        NO_DEFINITIONS,
        {
            "from_database_format": {"span[data-plain]": InlineStyleElementHandler(_STYLE)},
            "to_database_format": {
                "style_map": {_STYLE: {"element": "span", "props": {"data-plain": ""}}}
            },
        },
    )
