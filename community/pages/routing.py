"""Finding the page of an address in two queries, whatever its depth.

Wagtail asks twice for each level of the address, and once more for each thing that the page
points to.
"""

from typing import Any

from wagtail.models import Page


def deepest_page(start: Page, components: list[str]) -> Page | None:
    """Return the specific page furthest down ``components`` below ``start``, ``None`` if none is.

    Like Wagtail's own routing it takes drafts into account: the caller decides what to do with
    a page that is not live.
    """
    addresses, address = [], start.url_path
    for component in components:
        address = f"{address}{component}/"
        addresses.append(address)
    found = (
        Page.objects.descendant_of(start)
        .filter(slug__in=components, url_path__in=addresses)
        .order_by("-depth")
        .first()
    )
    return specific(found) if found is not None else None


def specific(page: Page) -> Page:
    """Return ``page`` as its own type, with what its model's ``detail_related`` names."""
    model: Any = page.specific_class
    related = getattr(model, "detail_related", ())
    if model is None or not related:
        return page.specific
    return model.objects.select_related(*related).get(pk=page.pk)
