"""Which pages somebody may see: the one way to ask for pages on this site.

Listings, feeds, tags, search, site map, slots and backlinks all go through :func:`visible`. The
best public Wagtail sites leak the titles of private pages because each list filters by itself.
"""

from typing import Literal

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.query import PageQuerySet

Language = Literal["active", "all"]


def visible(
    request: HttpRequest, pages: type[Page] | PageQuerySet = Page, *, language: Language = "active"
) -> PageQuerySet:
    """Return the pages of this site that the visitor may see.

    ``pages`` is a page model or a queryset of one. The result holds live pages only, public or
    permitted to this visitor, below the home page of the request's site, in the active language
    (or in every language with ``language="all"``). It can be filtered further. The site and the
    restrictions are read once per request.
    """
    queryset = pages if isinstance(pages, PageQuerySet) else pages.objects.all()
    paths = [
        path for code, path in _home_paths(request) if language == "all" or code == _active_code()
    ]
    if not paths:
        return queryset.none()
    inside = Q()
    for path in paths:
        inside |= Q(path__startswith=path)
    queryset = queryset.live().filter(inside)
    for path in _forbidden_paths(request):
        queryset = queryset.exclude(path__startswith=path)
    return queryset


def is_visible(request: HttpRequest, page: Page) -> bool:
    """Return whether ``page``, already at hand, is among :func:`visible` in any language."""
    return (
        page.live
        and any(page.path.startswith(path) for _code, path in _home_paths(request))
        and not any(page.path.startswith(path) for path in _forbidden_paths(request))
    )


def home_page_path(request: HttpRequest) -> str | None:
    """Return the tree path of the home page in the active language, ``None`` without one."""
    return next((path for code, path in _home_paths(request) if code == _active_code()), None)


def _active_code() -> str:
    return Locale.get_active().language_code


def _home_paths(request: HttpRequest) -> list[tuple[str, str]]:
    """The (language code, tree path) of each language's home page on the request's site."""

    def read() -> list[tuple[str, str]]:
        site = Site.find_for_request(request)
        if site is None:
            return []
        homes = site.root_page.get_translations(inclusive=True).live()
        return list(homes.values_list("locale__language_code", "path"))

    return _once(request, "_visible_home_paths", read)


def _forbidden_paths(request: HttpRequest) -> list[str]:
    """The tree paths of the restricted pages that this visitor may not open."""

    def read() -> list[str]:
        restrictions = PageViewRestriction.objects.select_related("page")
        return [r.page.path for r in restrictions if not r.accept_request(request)]

    return _once(request, "_visible_forbidden_paths", read)


def _once(request: HttpRequest, name: str, read):  # type: ignore[no-untyped-def]
    """Keep ``read()`` on the request: both facts are asked by every list of a page."""
    if not hasattr(request, name):
        setattr(request, name, read())
    return getattr(request, name)
