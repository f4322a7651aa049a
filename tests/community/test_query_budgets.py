"""No page asks the database for more than its budget, however long the lists grow."""

import pytest

from community.pages import IndexPage
from defis.models import DefiIndexPage
from home.models import HomePage
from tests.page_types import INDEX_TYPES, PAGE_TYPES, example, label
from tests.queries import keep, multiply, queries

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

DETAIL, HOME, LIST, SEARCH, SITE_MAP, SUGGESTIONS = 20, 20, 25, 20, 15, 4
DETAILS = [model for model in PAGE_TYPES if not issubclass(model, IndexPage | HomePage)]


@pytest.mark.parametrize("model", DETAILS, ids=label)
def test_a_page(model, client):
    assert queries(client, example(model).get_url()) <= DETAIL, client.report


@pytest.mark.parametrize("address", ["/", "/en/"])
def test_the_home_page(address, client, db):
    assert queries(client, address) <= HOME, client.report


@pytest.mark.parametrize("layout", ["cards", "table"])
@pytest.mark.parametrize("model", INDEX_TYPES, ids=label)
def test_a_list(model, layout, client):
    address = f"{example(model).get_url()}?vue={layout}"
    assert queries(client, address) <= LIST, client.report


@pytest.mark.parametrize("model", INDEX_TYPES, ids=label)
def test_a_list_with_a_value_chosen_in_every_facet(model, client):
    index = example(model)
    results = client.get(index.get_url()).context["results"]
    chosen = "&".join(f"{found.facet.name}={found.options[0].value}" for found in results.facets)
    address = f"{index.get_url()}?q=un&{chosen}"
    assert queries(client, address) <= LIST, client.report


@pytest.mark.parametrize("model", INDEX_TYPES, ids=label)
def test_a_feed(model, client):
    assert queries(client, f"{example(model).get_url()}flux/") <= LIST, client.report


@pytest.mark.parametrize(
    "address",
    [
        "/recherche/",
        "/recherche/?q=un",
        "/recherche/?q=rennes&par=type",
        "/recherche/?q=defi&edition=2018&theme=formation",
        "/recherche/?q=zorglub&edition=2018",
    ],
)
def test_the_search_page(address, client, db):
    assert queries(client, address) <= SEARCH, client.report


@pytest.mark.parametrize("text", ["com", "rennes", "zorglub"])
def test_suggestions(text, client, db):
    # The site, what is private, its aliases, and all that is suggested.
    assert queries(client, f"/recherche/suggestions/?q={text}") <= SUGGESTIONS, client.report


@pytest.mark.parametrize("address", ["/plan-du-site/", "/sitemap.xml", "/robots.txt"])
def test_what_robots_and_lost_readers_ask_for(address, client, db):
    assert queries(client, address) <= SITE_MAP, client.report


@pytest.mark.parametrize("model", INDEX_TYPES, ids=label)
def test_a_list_three_times_as_long_costs_the_same(model, client):
    index = example(model)
    pages = keep(index, 14 if model is DefiIndexPage else 6)
    addresses = [index.get_url() + query for query in ("", "?vue=table", "flux/", "?q=un")]
    before = {address: queries(client, address) for address in addresses}
    multiply(pages, 3)
    results = client.get(index.get_url()).context["results"]
    assert results.total == 3 * len(pages)
    after = {address: queries(client, address) for address in addresses}
    assert after == before


def test_the_other_pages_cost_the_same_with_three_times_as_many_defis(client, db):
    index = example(DefiIndexPage)
    pages = keep(index, 14)
    campus = pages[0].campus
    addresses = ["/", "/recherche/?q=comment", "/plan-du-site/", "/sitemap.xml"]
    addresses += ["/recherche/?q=comment&par=type", "/recherche/suggestions/?q=comment"]
    addresses += [campus.get_url(), campus.edition.get_url(), pages[0].get_url()]
    before = {address: queries(client, address) for address in addresses}
    multiply(pages, 3)
    assert {address: queries(client, address) for address in addresses} == before
