"""Every list has an Atom feed, valid and filtered as the list is."""

from xml.etree import ElementTree

import pytest
from django.utils.dateparse import parse_datetime

from community.listing.feeds import FEED_SIZE
from tests.page_types import INDEX_TYPES, example, label

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

ATOM = "{http://www.w3.org/2005/Atom}"
every_index = pytest.mark.parametrize("model", INDEX_TYPES, ids=label)


def feed(client, model, query: str = "") -> ElementTree.Element:
    response = client.get(f"{example(model).get_url()}flux/{query}")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content)


def text(element: ElementTree.Element, name: str) -> str:
    found = element.findtext(f"{ATOM}{name}")
    assert found, name
    return found


@every_index
def test_a_feed_holds_what_the_norm_requires(model, client):
    """RFC 4287 §4.1: id, title, updated; a link to itself; an author unless entries have one."""
    root = feed(client, model)
    assert root.tag == f"{ATOM}feed"
    assert text(root, "id").startswith("http")
    assert text(root, "title") == example(model).title
    assert parse_datetime(text(root, "updated")).tzinfo
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links["self"].endswith(f"{example(model).get_url()}flux/")
    assert links["alternate"].endswith(example(model).get_url())
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "fr"
    assert root.findall(f"{ATOM}author") or all(
        entry.findall(f"{ATOM}author") for entry in root.findall(f"{ATOM}entry")
    )


@every_index
def test_an_entry_holds_what_the_norm_requires(model, client):
    """RFC 4287 §4.1.2."""
    entries = feed(client, model).findall(f"{ATOM}entry")
    assert 0 < len(entries) <= FEED_SIZE
    assert len({text(entry, "id") for entry in entries}) == len(entries)
    for entry in entries:
        assert text(entry, "title")
        assert parse_datetime(text(entry, "updated")).tzinfo
        assert parse_datetime(text(entry, "published")).tzinfo
        link = entry.find(f"{ATOM}link").get("href")
        assert link.startswith("http://testserver/")
        assert client.get(link.removeprefix("http://testserver")).status_code == 200


@every_index
def test_the_newest_come_first(model, client):
    dates = [text(entry, "published") for entry in feed(client, model).findall(f"{ATOM}entry")]
    assert dates == sorted(dates, reverse=True)


@every_index
def test_a_feed_is_filtered_as_its_list(model, client):
    facet = client.get(example(model).get_url()).context["results"].facets[0]
    option = min(facet.options, key=lambda option: option.count)
    query = f"?{facet.facet.name}={option.value}"
    entries = feed(client, model, query).findall(f"{ATOM}entry")
    assert len(entries) == min(option.count, FEED_SIZE)
    assert not feed(client, model, "?q=zorglub").findall(f"{ATOM}entry")


@every_index
def test_the_list_announces_its_feed_with_its_filters(model, client):
    address = example(model).get_url()
    assert f'href="{address}flux/"' in client.get(address).content.decode()
    assert f'href="{address}flux/?q=le"' in client.get(f"{address}?q=le").content.decode()
