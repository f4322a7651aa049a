"""A list is paged, sorted, shown in two layouts, shared by its address, and helps when empty."""

from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup

from community.listing import TABLE
from community.pages.sorting import sort_key
from defis.models import DefiIndexPage, PrototypeIndexPage
from tests.page_types import INDEX_TYPES, example, label

pytestmark = pytest.mark.django_db

every_index = pytest.mark.parametrize("model", INDEX_TYPES, ids=label)


def soup(response) -> BeautifulSoup:
    assert response.status_code == 200
    return BeautifulSoup(response.content.decode(), "html.parser")


def results(client, model, query: str = ""):
    return client.get(example(model).get_url() + query).context["results"]


def test_pages_follow_one_another_and_keep_the_filters(client):
    address = example(PrototypeIndexPage).get_url()
    query, seen, turns = "?edition=2018&tri=nom&vue=table", [], 0
    while query:
        page = client.get(address + query)
        found = page.context["results"]
        seen += [prototype.pk for prototype in found.page]
        turns += 1
        query = found.next_url
        if query:
            asked = parse_qs(urlsplit(query).query)
            assert asked["edition"] == ["2018"]
            assert asked["tri"] == ["nom"]
            assert asked["vue"] == ["table"]
            assert soup(page).find("a", href=query, rel="next")
    assert turns > 1
    assert len(seen) == len(set(seen)) == found.total


def test_a_page_out_of_range_gives_the_nearest(client):
    last = results(client, PrototypeIndexPage).page.paginator.num_pages
    assert results(client, PrototypeIndexPage, "?page=999").page.number == last
    for junk in ("0", "-3", "abc"):
        assert results(client, PrototypeIndexPage, f"?page={junk}").page.number == 1


def test_choosing_a_filter_goes_back_to_the_first_page(client):
    found = results(client, PrototypeIndexPage, "?page=2&tri=nom")
    for choice in (*found.layouts, *found.sorts):
        assert "page=" not in choice.url


@every_index
def test_every_sort_shows_the_same_pages_in_its_order(model, client):
    first = results(client, model)
    for choice in first.sorts:
        found = results(client, model, choice.url)
        assert found.total == first.total
        assert [one.name for one in found.sorts if one.current] == [choice.name]


def test_names_are_sorted_as_french_sorts(client):
    found = results(client, PrototypeIndexPage, "?tri=nom")
    titles = [page.title for page in found.page]
    assert titles == sorted(titles, key=sort_key)
    assert any(title[0] in "ÉÀŒÎ" or title.startswith(("Un", "La", "Le")) for title in titles)


@every_index
def test_the_table_shows_what_the_cards_show(model, client):
    if TABLE not in model.listing.layouts:
        pytest.skip("shown as cards alone")
    address = example(model).get_url()
    cards, table = soup(client.get(address)), soup(client.get(f"{address}?vue=table"))
    found = results(client, model)
    for page in found.page:
        for html in (cards, table):
            assert html.find("a", href=page.get_url()), page
    assert len(table.select("tbody tr")) == len(found.page)
    heads = [cell.get_text(strip=True) for cell in table.select("thead th")]
    assert len(heads) == 1 + len(model.listing.columns)
    assert table.find("caption")


@every_index
def test_the_filters_in_force_are_shown_and_removed_one_by_one(model, client):
    address = example(model).get_url()
    facet = results(client, model).facets[0]
    value = facet.options[0].value
    query = f"?q=le&{facet.facet.name}={value}"
    html = soup(client.get(address + query))
    found = results(client, model, query)
    assert len(found.chips) == 2
    for chip in found.chips:
        assert html.find("a", href=chip.url)
    assert not results(client, model, found.chips[0].url).query.text
    assert len(results(client, model, found.chips[1].url).chips) == 1
    form = html.select_one("main form")
    assert form["method"] == "get"
    assert form.find("input", {"name": "q"})["value"] == "le"
    shown = form.select_one(f'input[name={facet.facet.name}][value="{value}"]')
    assert shown.has_attr("checked") or shown["type"] in ("number", "hidden")


@every_index
def test_a_value_that_no_page_has_is_reported_and_not_obeyed(model, client):
    name = model.listing.facets[0].name
    response = client.get(f"{example(model).get_url()}?{name}=zorglub")
    found = response.context["results"]
    assert found.ignored == ["zorglub"]
    assert found.total == results(client, model).total
    assert "zorglub" in response.content.decode()
    assert not found.chips


@every_index
def test_an_empty_list_says_what_to_relax(model, client):
    facet = results(client, model).facets[0]
    query = f"?q=zorglub&{facet.facet.name}={facet.options[0].value}"
    response = client.get(example(model).get_url() + query)
    found = response.context["results"]
    html = soup(response)
    assert found.total == 0
    for chip in found.chips:
        assert html.find("a", href=chip.url)
    assert html.select_one(f'main a[href="{example(model).get_url()}"]')


@every_index
def test_the_address_gives_the_same_list_to_everybody(model, client, editor):
    facet = results(client, model).facets[0]
    query = f"?{facet.facet.name}={facet.options[0].value}"
    mine = [page.pk for page in results(client, model, query).page]
    assert [page.pk for page in results(editor, model, query).page] == mine


def test_the_list_stays_a_list_with_nothing_in_it(client, db):
    index = example(DefiIndexPage)
    index.get_descendants().update(live=False)
    response = client.get(index.get_url())
    assert response.status_code == 200
    assert response.context["results"].total == 0
    assert not response.context["results"].facets
