"""Tags that every public template may need."""

import json
from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info
from wagtail.models import Page

from community.pages import FigureGroup, visible
from community.pages import figure_groups as groups_of
from community.pages.homes import HOME_DEPTH
from community.plugins import NavigationEntry
from community.plugins import navigation as plugin_navigation

register = template.Library()


@dataclass(frozen=True)
class LanguageLink:
    """A page in another language, or the page itself (``current``)."""

    code: str
    label: str
    url: str
    current: bool


@register.simple_tag(takes_context=True)
def navigation(context: Context) -> list[NavigationEntry]:
    """The plugins' own navigation, for when no menu was made."""
    return plugin_navigation(context["request"])


@register.simple_tag(takes_context=True)
def figure_groups(context: Context, page: Any) -> list[FigureGroup]:
    """The figures of ``page`` by measure, beside what this site records."""
    return groups_of(page, context["request"])


@register.simple_tag(takes_context=True)
def language_links(context: Context, page: Any = None) -> list[LanguageLink]:
    """The languages in which ``page`` may really be read, none when there is only one.

    Outside of pages (search, errors) the languages whose home page is live are offered.
    """
    request = context["request"]
    found = context.get("versions")
    if found is None:
        homes = visible(request, language="all").filter(depth=HOME_DEPTH)
        found = homes.select_related("locale")
    order = [code for code, _name in settings.LANGUAGES]
    links = [
        LanguageLink(
            version.locale.language_code,
            get_language_info(version.locale.language_code)["name_local"].capitalize(),
            version.get_url(request),
            isinstance(page, Page) and version.pk == page.pk,
        )
        for version in found
        if version.locale.language_code in order
    ]
    return sorted(links, key=lambda link: order.index(link.code)) if len(links) > 1 else []


@register.simple_tag(takes_context=True)
def structured_data(context: Context, page: Any) -> SafeString:
    """What machines read of a page (schema.org), as a block of data that no browser runs."""
    describe = getattr(page, "structured_data", None)
    if describe is None:
        return SafeString("")
    text = json.dumps(describe(context["request"]), ensure_ascii=False)
    # A closing tag within the data must not close the block (as Django's json_script does).
    safe = text.translate({ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"})
    return format_html('<script type="application/ld+json">{}</script>', SafeString(safe))
