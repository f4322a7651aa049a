"""Finding the page of an address in two queries, whatever its depth.

Wagtail asks twice for each level of the address, and once more for each thing that the page
points to.
"""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from .visibility import active_language, homes_of, visible_or_none

#: No page of the site has a longer address.
LONGEST = 1000


def deepest_page(start: Page, components: list[str]) -> Page | None:
    """Return the specific page furthest down ``components`` below ``start``, ``None`` if none is.

    Like Wagtail's own routing it takes drafts into account: the caller decides what to do with
    a page that is not live.
    """
    return deepest_below(start.path, start.url_path, components)


def deepest_below(tree_path: str, address: str, components: list[str]) -> Page | None:
    """The same below the page that stands at ``tree_path`` and at ``address``, or that page."""
    if not components:
        found = Page.objects.filter(path=tree_path).first()
        return specific(found) if found is not None else None
    addresses = []
    for component in components:
        address = f"{address}{component}/"
        addresses.append(address)
    below = Page.objects.filter(path__startswith=tree_path)
    at = below.filter(slug__in=components, url_path__in=addresses)
    found = at.order_by("-depth").first()
    return specific(found) if found is not None else None


def specific(page: Page) -> Page:
    """Return ``page`` as its own type, with what its model's ``detail_related`` names."""
    model: Any = page.specific_class
    related = getattr(model, "detail_related", ())
    if model is None or not related:
        return page.specific
    return model.objects.select_related(*related).get(pk=page.pk)


def visible_page_at(request: HttpRequest, address: str) -> Page | None:
    """Return the specific page at ``address``, without what surrounds it: ``"editions/2018"``.

    It is looked for below the home page of the active language. ``None``: there is none, or this
    visitor may not see it.
    """
    home = home_of(request)
    if home is None or len(address) > LONGEST:
        return None
    tree_path, start = home
    page = deepest_below(tree_path, start, [part for part in address.split("/") if part])
    whole = page is not None and page.url_path == f"{start}{address}/"
    return visible_or_none(request, page) if whole else None


def home_of(request: HttpRequest) -> tuple[str, str] | None:
    """The tree path and the url path of the live home page in the active language."""
    homes = {code: (tree_path, address) for code, tree_path, address in homes_of(request)}
    return homes.get(active_language())
