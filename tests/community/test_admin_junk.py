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
# Wagtail's own "owner", "content_type" and "locale" are left out: a number of 21 digits fails on
# SQLite, a NUL on PostgreSQL.
PARAMETERS = ("q", "p", "ordering", "per_page", "export", "page")
PARAMETERS += ("state", "kind", "scheme", "edition", "campus", "maturity", "date_from")
#: What the flat lists read of them.
KNOWN = {"q", "p", "ordering", "state", "edition", "campus", "maturity"}


def lists() -> list[str]:
    """Return the addresses of the snippets' lists, of the flat lists and of three explorers."""
    snippets = [model for model in get_snippet_models() if model._meta.app_label in OURS]
    names = [model.snippet_viewset.get_url_name("list") for model in snippets]
    explored = [reverse("wagtailadmin_explore", args=[example(i).pk]) for i in INDEX_TYPES[:3]]
    return [*map(reverse, (*names, *(f"{listing}:index" for listing in LISTINGS))), *explored]


@pytest.mark.parametrize("turn", range(5))
def test_a_list_of_the_administration(turn, editor):
    """Each parameter gets every value on one list or another, each list some of them."""
    junk = list(JUNK.values())
    for place, address in enumerate(lists()):
        values = {
            name: junk[(7 * place + 3 * number + turn) % len(junk)]
            for number, name in enumerate(PARAMETERS)
        }
        query = "&".join(f"{name}={value}" for name, value in values.items())
        # Wagtail writes the query string back whole, escaped.
        check(editor.get(f"{address}?{query}"), cut=False)


@pytest.mark.parametrize("listing", LISTINGS)
def test_a_number_that_no_database_holds(listing, editor):
    # Those that these lists know, one after the other; the rest together.
    address = reverse(f"{listing}:index")
    for name in KNOWN:
        check(editor.get(f"{address}?{name}={JUNK['huge']}"))
    check(editor.get(f"{address}?{query_of(sorted(set(PARAMETERS) - KNOWN), JUNK['huge'])}"))


@pytest.mark.whatever_the_database
def test_the_preview_of_a_block(editor):
    address = reverse("wagtailadmin_block_preview")
    for value in JUNK.values():
        check(editor.get(f"{address}?id={value}"))


@pytest.mark.whatever_the_database
def test_the_dashboard(editor, porteur, coordinator):
    for client in (editor, porteur, coordinator):
        check(client.get(f"{reverse('wagtailadmin_home')}?q={JUNK['script']}&p=-1"))
