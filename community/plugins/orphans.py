"""Pages whose plugin is left out: kept in the database, shown to no visitor.

Without this, Wagtail serves a bare placeholder in their place, with the status of a real page,
and they still stand in the lists of pages of every type.
"""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest
from wagtail import hooks
from wagtail.models import Page, get_page_models
from wagtail.query import PageQuerySet


@hooks.register("before_serve_page")
def hide_orphan(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> None:
    """Answer 404 to whoever asks for a page whose type is not installed.

    The first page of a site stays: what it leads to may be installed.
    """
    if page.specific_class is None and not page.is_site_root():
        raise Http404(f"The plugin '{page.content_type.app_label}' is left out.")


def without_orphans(pages: PageQuerySet) -> PageQuerySet:
    """Return the pages whose type is installed; costs no query once the types are known."""
    if pages.model is not Page:
        return pages  # Every page of an installed type has an installed type.
    types = ContentType.objects.get_for_models(*get_page_models(), for_concrete_models=False)
    return pages.filter(content_type__in=[type.pk for type in types.values()])
