"""The filters of the search that editions and their sites bring."""

from functools import partial
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Q, Value
from django.db.models.functions import Cast, Coalesce, NullIf
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from community.following.references import references, referring_keys
from community.listing import Case, Cases
from community.pages import visible

from .models import CampusPage, EditionPage


def search_facets(request: HttpRequest) -> list[Cases]:
    """Return the filters by edition, the latest first, and by site: one query for both.

    A page is of an edition when it is that edition, stands below it, or refers to it or to one
    of its sites. Sites of the same name are one value: Cluny, whatever the year.
    """
    types = ContentType.objects.get_for_models(EditionPage, CampusPage)
    pages = visible(request, Page).filter(content_type__in=types.values()).order_by("path")
    name = Coalesce(
        NullIf("editionpage__short_name", Value("")),
        Cast("editionpage__year", CharField()),
        "title",
    )
    rows = list(pages.values_list("content_type_id", "pk", "path", "slug", name))
    editions = [row[1:] for row in rows if row[0] == types[EditionPage].pk]
    sites = [row[1:] for row in rows if row[0] == types[CampusPage].pk]
    cases = [
        Case(
            slug,
            title,
            _around([(key, path), *((k, p) for k, p, *_ in sites if p.startswith(path))]),
        )
        for key, path, slug, title in reversed(editions)
    ]
    named: dict[str, list[tuple[int, str]]] = {}
    titles = {slug: title for _key, _path, slug, title in sites}
    for key, path, slug, _title in sites:
        named.setdefault(slug, []).append((key, path))
    return [
        Cases("edition", _("Edition"), cases),
        Cases(
            "site", _("Site"), [Case(slug, titles[slug], _around(named[slug])) for slug in named]
        ),
    ]


def _around(pages: list[tuple[int, str]]) -> Any:
    """The pages that are one of ``pages``, stand below it, or refer to it.

    A condition that is made when it is used: most searches look at no more than one of them.
    """
    return SimpleLazyObject(partial(_condition, pages))


def _condition(pages: list[tuple[int, str]]) -> Q:
    found = Q(pk__in=referring_keys(references(Page, [str(key) for key, _path in pages])))
    for _key, path in pages:
        found |= Q(path__startswith=path)
    return found
