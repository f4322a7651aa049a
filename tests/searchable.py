"""Pages for the tests of search: a title, and a body that a plain page does not have."""

from collections.abc import Callable
from itertools import count

import pytest
from modelsearch.backends import get_search_backend
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail.search import index


@pytest.fixture
def create(db: None, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Page]:
    """A function that creates and indexes a page from a title and a body."""
    # The text that search engines show makes a body.
    fields = [*Page.search_fields, index.SearchField("search_description")]
    monkeypatch.setattr(Page, "search_fields", fields)
    root = Page.get_first_root_node()
    slugs = (f"search-{number}" for number in count())

    def create_page(title: str, body: str = "", **values: object) -> Page:
        page = Page(title=title, slug=next(slugs), search_description=body, **values)
        root.add_child(instance=page)
        get_search_backend().add(page)
        return page

    return create_page


def ours() -> PageQuerySet:
    """Return the pages that ``create`` made, among the others of the database."""
    return Page.objects.filter(slug__startswith="search-")
