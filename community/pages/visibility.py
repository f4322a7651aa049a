"""Which pages somebody may see: the one way to ask for pages on this site.

Listings, feeds, tags, search, site map, slots and backlinks all go through :func:`visible`. The
best public Wagtail sites leak the titles of private pages because each list filters by itself.
"""

import copy
from typing import Literal

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import F, Q
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.query import PageQuerySet

from community.plugins.orphans import without_orphans

from .homes import home_paths
from .once import once

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
    queryset = without_orphans(queryset)
    paths = [
        path
        for code, path in _home_paths(request)
        if language == "all" or code == active_language()
    ]
    if not paths:
        return queryset.none()
    inside = Q()
    for path in paths:
        inside |= Q(path__startswith=path)
    # An alias in another language is a page that waits for its translation: not one more page.
    own = Q(alias_of=None) | Q(alias_of__locale=F("locale"))
    queryset = queryset.live().filter(inside, own)
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


def of_anybody(request: HttpRequest) -> HttpRequest:
    """Return ``request`` as from somebody without account: what is made of it is for everybody."""
    anybody = copy.copy(request)
    anybody.__dict__.pop("_read_once", None)
    anybody.user, anybody.session = AnonymousUser(), {}  # type: ignore[assignment]
    return anybody


def visible_or_none(request: HttpRequest, page: Page | None) -> Page | None:
    """Return ``page``, already at hand, or ``None`` when this visitor may not know of it."""
    return page if page is not None and is_visible(request, page) else None


def active_language() -> str:
    """The content language of the request; ``Locale.get_active()`` would ask the database."""
    return get_supported_content_language_variant(get_language() or settings.LANGUAGE_CODE)


def _home_paths(request: HttpRequest) -> list[tuple[str, str]]:
    """The (language code, tree path) of each live home page of the request's site."""

    def read() -> list[tuple[str, str]]:
        site = Site.find_for_request(request)
        return home_paths(site) if site is not None else []

    return once(request, "pages.homes", read)


def _forbidden_paths(request: HttpRequest) -> list[str]:
    """The tree paths of the restricted pages that this visitor may not open.

    An alias is as private as its source, and may stand anywhere.
    """

    def read() -> list[str]:
        restrictions = PageViewRestriction.objects.select_related("page")
        pages = [r.page for r in restrictions if not r.accept_request(request)]
        paths = []
        while pages:
            paths += [page.path for page in pages]
            pages = list(Page.objects.filter(alias_of__in=pages).only("path"))
        return paths

    return once(request, "pages.forbidden", read)
