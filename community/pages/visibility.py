"""Which pages somebody may see: the one way to ask for pages on this site.

Listings, feeds, tags, search, site map, slots and backlinks all go through :func:`visible`. The
best public Wagtail sites leak the titles of private pages because each list filters by itself.
"""

import copy
from dataclasses import dataclass
from typing import Any, Literal

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
    if isinstance(pages, PageQuerySet):
        return _visible_among(request, pages, language)
    # A page asks a dozen times, and to build the conditions costs more than to run them.
    name = f"pages.visible.{pages._meta.label}.{language}.{active_language()}"
    return once(request, name, lambda: _visible_among(request, pages.objects.all(), language)).all()


def _visible_among(
    request: HttpRequest, queryset: PageQuerySet, language: Language
) -> PageQuerySet:
    queryset = without_orphans(queryset)
    paths = [
        path
        for code, path, _address in homes_of(request)
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
    forbidden = _forbidden_paths(request)
    if forbidden.alone:
        # There may be thousands of them, such as the follow-ups that teams keep to themselves.
        queryset = queryset.exclude(
            path__in=_refused_pages(request).filter(numchild=0).values("path")
        )
    for path in forbidden.roots:
        queryset = queryset.exclude(path__startswith=path)
    return queryset


def is_visible(request: HttpRequest, page: Page) -> bool:
    """Return whether ``page``, already at hand, is among :func:`visible` in any language."""
    return (
        page.live
        and any(page.path.startswith(path) for _code, path, _address in homes_of(request))
        and not _forbidden_paths(request).hold(page)
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


def homes_of(request: HttpRequest) -> list[tuple[str, str, str]]:
    """The (language code, tree path, url path) of each live home page of the request's site."""

    def read() -> list[tuple[str, str, str]]:
        site = Site.find_for_request(request)
        return home_paths(site) if site is not None else []

    return once(request, "pages.homes", read)


def open_homes(request: HttpRequest) -> list[tuple[str, str, str]]:
    """Those of :func:`homes_of` that the visitor may open."""
    forbidden = _forbidden_paths(request)
    closed = forbidden.roots | forbidden.alone
    return [home for home in homes_of(request) if home[1] not in closed]


@dataclass(frozen=True)
class Forbidden:
    """The tree paths that a visitor may not open: ``roots`` with all below, pages ``alone``."""

    roots: frozenset[str]
    alone: frozenset[str]

    def hold(self, page: Page) -> bool:
        """Return whether ``page`` is forbidden, by itself or by a page above it."""
        above = (page.path[:end] for end in range(page.steplen, len(page.path) + 1, page.steplen))
        return page.path in self.alone or any(path in self.roots for path in above)


def _forbidden_paths(request: HttpRequest) -> Forbidden:
    """The restricted pages that this visitor may not open, read once per request.

    An alias is as private as its source, and may stand anywhere.
    """

    def read() -> Forbidden:
        refused = list(_refused_pages(request).values_list("path", "numchild"))
        alone = {path for path, below in refused if not below}
        roots = {path for path, below in refused if below}
        sources: Any = _refused_pages(request).values("pk")
        found: list[Any] = refused
        while found:
            found = list(Page.objects.filter(alias_of__in=sources).values_list("pk", "path"))
            sources = [key for key, _path in found]
            roots |= {path for _key, path in found}
        return Forbidden(frozenset(roots), frozenset(alone))

    return once(request, "pages.forbidden", read)


def _refused_pages(request: HttpRequest) -> PageQuerySet:
    """The pages with a restriction that does not let this visitor in, as Wagtail reads them.

    ``PageViewRestriction.accept_request`` asks the database for the groups of each.
    """
    restrictions = PageViewRestriction.objects.filter(refused(request, PageViewRestriction))
    return Page.objects.filter(pk__in=restrictions.values("page_id")).order_by()


def refused(request: HttpRequest, kind: Any) -> Q:
    """The restrictions of ``kind`` (on pages, on collections) that do not let this visitor in."""
    user: Any = request.user
    passed = request.session.get(kind.passed_view_restrictions_session_key, [])
    found = Q(restriction_type=kind.PASSWORD) & ~Q(pk__in=passed)
    if not user.is_authenticated:
        found |= Q(restriction_type__in=[kind.LOGIN, kind.GROUPS])
    elif not user.is_superuser:
        own = kind.objects.filter(groups__user=user).values("pk")
        found |= Q(restriction_type=kind.GROUPS) & ~Q(pk__in=own)
    return found
