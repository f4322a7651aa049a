"""Tags that every public template may need."""

import json
from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.models import Page

from community.pages import FigureGroup, active_language
from community.pages import figure_groups as groups_of
from community.pages.elsewhere import PageElsewhere, pages_elsewhere
from community.pages.languages import LanguageLink, other_language
from community.pages.languages import alternates as alternates_of
from community.pages.languages import language_links as links_of
from community.plugins import NavigationEntry
from community.plugins import navigation as plugin_navigation

register = template.Library()


@register.simple_tag(takes_context=True)
def navigation(context: Context) -> list[NavigationEntry]:
    """The plugins' own navigation, for when no menu was made."""
    return plugin_navigation(context["request"])


@register.simple_tag(takes_context=True)
def figure_groups(context: Context, page: Any) -> list[FigureGroup]:
    """The figures of ``page`` by measure, beside what this site records."""
    return groups_of(page, context["request"])


@register.simple_tag(takes_context=True)
def language_links(context: Context) -> list[LanguageLink]:
    """The languages in which this page or this view may be read, see ``pages.languages``."""
    # Django's views of 403 and 404 give the exception.
    failed = context.get("exception") is not None
    return links_of(context["request"], context.get("versions"), failed=failed)


@register.inclusion_tag("community/includes/alternates.html", takes_context=True)
def alternates(context: Context, below: str = "") -> dict[str, Any]:
    """The ``hreflang`` links of this page, or of what stands ``below`` its address.

    Only of what is to be found by search engines: no alias, and no page of results.
    """
    request = context["request"]
    if context.get("source_language") or request.GET:
        return {"alternates": []}
    return {
        "alternates": [
            (code, address + below)
            for code, address in alternates_of(request, language_links(context))
        ]
    }


@register.simple_tag(takes_context=True)
def elsewhere(context: Context) -> list[PageElsewhere]:
    """What an address that leads nowhere stands for in the languages of the site."""
    return pages_elsewhere(context["request"])


@register.simple_tag(takes_context=True)
def page_language(context: Context, page: Page) -> SafeString:
    """Attributes of a link to ``page`` by its title, when it is in another language."""
    code = other_language(context["request"], page)
    return format_html(' lang="{}" hreflang="{}"', code, code) if code else SafeString("")


@register.simple_tag(takes_context=True)
def lang_of(context: Context, page: Page) -> SafeString:
    """The attribute of words taken from ``page``, when it is in another language."""
    code = other_language(context["request"], page)
    return format_html(' lang="{}"', code) if code else SafeString("")


@register.simple_tag
def in_language(code: str) -> SafeString:
    """The attribute of words in the language ``code``, when it is not the active one."""
    foreign = code and code != active_language()
    return format_html(' lang="{}"', code) if foreign else SafeString("")


@register.simple_tag
def default_language() -> SafeString:
    """The attribute of words in the default language, such as tags, which no page translates."""
    return in_language(settings.LANGUAGE_CODE)


@register.simple_tag(takes_context=True)
def page_hreflang(context: Context, page: Page) -> SafeString:
    """The same when the words of the link are in the language of what shows it."""
    code = other_language(context["request"], page)
    return format_html(' hreflang="{}"', code) if code else SafeString("")


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
