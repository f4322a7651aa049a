"""What the menus show: the links that the editor chose and that the visitor may open."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from community.pages import active_language, is_visible

from .models import Menu


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
    """Return the links of a menu in the active language; private pages are left out."""
    links = []
    for block in _items(request, kind):
        page, address = block.value["page"], block.value["address"]
        if page is not None and not is_visible(request, page):
            continue
        url = page.get_url(request) if page is not None else address
        if url:
            label = block.value["label"] or page.title
            links.append(MenuLink(label, url, _current(request.path, url)))
    return links


def _items(request: HttpRequest, kind: str) -> Any:
    """The blocks of a menu; both menus of a page are read in one query."""
    if not hasattr(request, "_menus"):
        menus = Menu.objects.filter(locale__language_code=active_language())
        request._menus = {menu.kind: menu for menu in menus}  # type: ignore[attr-defined]
    menu = request._menus.get(kind)  # type: ignore[attr-defined]
    return menu.items if menu else ()


def _current(path: str, url: str) -> str:
    if path == url:
        return "page"
    return "section" if url.count("/") > 1 and path.startswith(url) else ""
