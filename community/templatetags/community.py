"""Tags that every public template may need."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.utils.translation import get_language_info
from wagtail.models import Page

from community.pages import visible
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
def language_links(context: Context, page: Any = None) -> list[LanguageLink]:
    """The languages in which ``page`` may really be read, none when there is only one.

    Outside of pages (search, errors) the languages whose home page is live are offered.
    """
    request = context["request"]
    pages = visible(request, language="all").select_related("locale")
    if isinstance(page, Page):
        found = pages.filter(translation_key=page.translation_key)
    else:
        found = pages.filter(depth=2)
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
