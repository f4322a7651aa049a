"""What the menus show: the links that the editor chose and that the visitor may open."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.models import Page

from community.pages import active_language, once, visible

from .models import Menu

KEY = "home.menus"
SECONDS = 300


@dataclass(frozen=True)
class MenuLink:
    """A link as the public page shows it; ``current`` is "page", "section" or ""."""

    label: str
    url: str
    current: str


def main_menu(context: Any, arguments: Mapping[str, Any]) -> SafeString | None:
    """The main menu, nothing when the editor has made none in this language."""
    return _render("home/menus/main.html", Menu.Kind.MAIN, context["request"])


def footer_menu(context: Any, arguments: Mapping[str, Any]) -> SafeString | None:
    """The footer's menu, nothing when the editor has made none in this language."""
    return _render("home/menus/footer.html", Menu.Kind.FOOTER, context["request"])


def _render(template: str, kind: str, request: HttpRequest) -> SafeString | None:
    links = menu_links(request, kind)
    return render_to_string(template, {"links": links}, request=request) if links else None


def menu_links(request: HttpRequest, kind: str) -> list[MenuLink]:
    """Return the links of a menu in the active language; pages not visible are left out."""
    links = []
    for link in _chosen_links().get(kind, ()):
        page = _pages(request).get(link["page"])
        url = page.get_url(request) if page is not None else link["address"]
        if url:
            label = link["label"] or (page.title if page is not None else url)
            links.append(MenuLink(label, url, _current(request.path, url)))
    return links


def _chosen_links() -> dict[str, list[dict[str, Any]]]:
    """The raw links of each menu of the active language: every page of the site asks for them.

    A page is told by its translation key: a menu that was translated leads to translated pages.
    """
    known = cache.get(KEY) or {}
    language = active_language()
    if language not in known:
        menus = Menu.objects.filter(locale__language_code=language)
        chosen = {menu.kind: [block["value"] for block in menu.items.raw_data] for menu in menus}
        asked = {link["page"] for links in chosen.values() for link in links} - {None}
        pages = dict(Page.objects.filter(pk__in=asked).values_list("pk", "translation_key"))
        known[language] = {
            kind: [{**link, "page": pages.get(link["page"])} for link in links]
            for kind, links in chosen.items()
        }
        cache.set(KEY, known, SECONDS)
    return known[language]


@receiver([post_save, post_delete], sender=Menu)
def forget_menus(sender: Any, **kwargs: Any) -> None:
    """Forget the links when an editor changes a menu."""
    cache.delete(KEY)
    transaction.on_commit(lambda: cache.delete(KEY))


def _pages(request: HttpRequest) -> dict[UUID, Page]:
    """The visible pages that the menus link to, read once for both menus."""

    def read() -> dict[UUID, Page]:
        keys = [link["page"] for links in _chosen_links().values() for link in links]
        pages = visible(request).filter(translation_key__in=[key for key in keys if key])
        return {page.translation_key: page for page in pages.select_related("locale")}

    return once(request, "home.menu_pages", read)


def _current(path: str, url: str) -> str:
    if path == url:
        return "page"
    return "section" if url.count("/") > 1 and path.startswith(url) else ""
