"""The project's own lists in the administration take any query string too."""

import pytest
from django.urls import reverse
from wagtail.snippets.models import get_snippet_models

from community.plugins import plugins
from tests.junk import JUNK, check, query_of
from tests.page_types import INDEX_TYPES, example

pytestmark = pytest.mark.django_db

OURS = {"community", *(plugin.label for plugin in plugins())}
LISTINGS = ("defi_listing", "prototype_listing", "follow_up_listing")
# "owner" and "content_type" are Wagtail's own filters: a number of 21 digits overflows them.
SHARED = ("q", "p", "ordering", "locale", "per_page", "export", "page")
FILTERS = ("state", "kind", "scheme", "edition", "campus", "maturity", "date_from", "consent_on")


def lists() -> list[str]:
    """Return the addresses of the snippets' lists, of the flat lists and of three explorers."""
    snippets = [model for model in get_snippet_models() if model._meta.app_label in OURS]
    names = [model.snippet_viewset.get_url_name("list") for model in snippets]
    explored = [reverse("wagtailadmin_explore", args=[example(i).pk]) for i in INDEX_TYPES[:3]]
    return [*map(reverse, (*names, *(f"{listing}:index" for listing in LISTINGS))), *explored]


@pytest.mark.parametrize("junk", JUNK)
def test_a_list_of_the_administration(junk, editor):
    for address in lists():
        # Wagtail writes the query string back whole, escaped.
        check(editor.get(f"{address}?{query_of([*SHARED, *FILTERS], JUNK[junk])}"), cut=False)


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_alone(name, editor):
    query = "&".join(f"{name}={value}" for value in JUNK.values() if len(value) < 500)
    for address in lists():
        check(editor.get(f"{address}?{query}"))


def test_the_preview_of_a_block(editor):
    address = reverse("wagtailadmin_block_preview")
    for value in JUNK.values():
        check(editor.get(f"{address}?id={value}"))


def test_the_dashboard(editor, porteur, coordinator):
    query = query_of(["q", "p"], JUNK["script"])
    for client in (editor, porteur, coordinator):
        check(client.get(f"{reverse('wagtailadmin_home')}?{query}"))
