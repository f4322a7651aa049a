"""The sections of the home page and the links of the menus."""

import re
from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from community.blocks import CalloutBlock, FigureImageBlock, ParagraphBlock
from community.plugins import home_sections, render_section


def section_choices() -> list[tuple[str, Any]]:
    """The sections offered by the installed plugins, as choices."""
    return [(section.key, section.label) for section in home_sections()]


class SectionBlock(blocks.StructBlock):
    """A section offered by a plugin; nothing shows when the plugin is gone or has nothing."""

    key = blocks.ChoiceBlock(label=_("Section"), choices=section_choices)
    title = blocks.CharBlock(
        label=_("Title"), required=False, help_text=_("Empty: the section's own title.")
    )

    class Meta:
        icon = "list-ul"
        label = _("Section")
        description = _("A list that keeps itself up to date: latest défis, editions, news…")

    def get_preview_value(self) -> Any:
        first = next((key for key, _label in section_choices()), "")
        return self.normalize({"key": first, "title": ""})

    def render(self, value: Any, context: Any = None) -> Any:
        request = (context or {}).get("request")
        section = next((one for one in home_sections() if one.key == value["key"]), None)
        if section is None or request is None:
            return ""
        return render_section(replace(section, label=value["title"] or section.label), request)


class HomeBlock(blocks.StreamBlock):
    """What a home page is made of."""

    section = SectionBlock()
    text = ParagraphBlock()
    image = FigureImageBlock()
    callout = CalloutBlock()


class LinkBlock(blocks.StructBlock):
    """A link of a menu: to a page of the site, or to an address."""

    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    address = blocks.CharBlock(
        label=_("Address"),
        required=False,
        help_text=_("Instead of a page: “/plan-du-site/” or “https://…”."),
    )
    label = blocks.CharBlock(
        label=_("Text"), required=False, help_text=_("Empty: the title of the page.")
    )

    class Meta:
        icon = "link"
        label = _("Link")
        description = _("A link of the menu.")
        preview_value = {"page": None, "address": "/plan-du-site/", "label": "Plan du site"}

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        errors = {}
        if bool(cleaned["page"]) == bool(cleaned["address"]):
            errors["address"] = ValidationError(_("Choose a page or give an address, not both."))
        elif cleaned["address"]:
            # "//elsewhere" and "/\\elsewhere" lead to another site, whatever they look like.
            if not re.match(r"/(?![/\\])|https?://", cleaned["address"]):
                errors["address"] = ValidationError(_("Start with “/”, “https://” or “http://”."))
            if not cleaned["label"]:
                errors["label"] = ValidationError(_("An address needs a text."))
        if errors:
            raise blocks.StructBlockValidationError(block_errors=errors)
        return cleaned


class MenuBlock(blocks.StreamBlock):
    """The links of a menu."""

    link = LinkBlock()
