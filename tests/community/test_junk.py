"""Whatever stands in a query string gives a page or a clean refusal, and comes back escaped."""

import pytest

from community.listing.query import LAYOUT, PAGE, SORT, TEXT
from tests.junk import JUNK, check, each_junk, query_of
from tests.page_types import INDEX_TYPES, PAGE_TYPES, example

pytestmark = pytest.mark.django_db

#: How many lists each kind of junk is tried on: they all read it with the same code.
LISTS = 3


@pytest.mark.parametrize("junk", each_junk())
@pytest.mark.parametrize("turn", range(LISTS))
def test_a_list(turn, junk, client):
    # Each kind of junk meets some of the lists, and each list some of the junk.
    place = list(JUNK).index(junk)
    model = INDEX_TYPES[(place + turn * len(INDEX_TYPES) // LISTS) % len(INDEX_TYPES)]
    address, value = example(model).get_url(), JUNK[junk]
    facets = [facet.name for facet in model.listing.facets]
    check(client.get(f"{address}?{query_of([*facets, SORT, LAYOUT, PAGE], value)}"))
    check(client.get(f"{address}?{query_of([TEXT], value)}"))


@pytest.mark.parametrize("junk", each_junk())
def test_a_feed(junk, client):
    # The feed of every list is the same view.
    model = INDEX_TYPES[0]
    names = [*(facet.name for facet in model.listing.facets), TEXT, SORT, PAGE]
    check(client.get(f"{example(model).get_url()}flux/?{query_of(names, JUNK[junk])}"))


@pytest.mark.parametrize("junk", each_junk())
def test_the_search_page(junk, client):
    names = ["type", "edition", "site", "theme", "territoire", "organisation", "personne", "par"]
    for query in ("q=%s", "q=un&page=%s&exact=%s", f"q=un&{query_of(names, '%s')}"):
        query = query.replace("%s", JUNK[junk])
        check(client.get(f"/recherche/?{query}"))
        data = client.get(f"/recherche/?{query}&format=json")
        assert data.status_code == 200 and len(data.json()["results"]) <= 20
    check(client.get(f"/recherche/suggestions/?q={JUNK[junk]}"))
    check(client.get(f"/recherche/suggestions/?q=un&{query_of(names, JUNK[junk])}"))


@pytest.mark.whatever_the_database
def test_pages_that_read_no_query_string(client):
    query = "&".join(f"{name}={value}" for value in JUNK.values() for name in ("q", "page", "p"))
    pages = {example(model).get_url() for model in PAGE_TYPES}
    for address in pages | {"/en/", "/plan-du-site/", "/sitemap.xml", "/robots.txt", "/healthz"}:
        check(client.get(f"{address}?{query}"))


@pytest.mark.parametrize("junk", each_junk("empty", "long", "many words"))
def test_the_path_itself(junk, client):
    for root in ("/", "/en/", "/defis/", "/defis/flux/", "/editions/2018/", "/recherche/"):
        response = client.get(f"{root}{JUNK[junk]}/")
        check(response)
        assert response.status_code in (301, 302, 404)


@pytest.mark.whatever_the_database
def test_too_many_parameters(client, db):
    address = example(INDEX_TYPES[0]).get_url()
    check(client.get(f"{address}?" + "&".join(f"etat=v{number}" for number in range(4_000))))
    check(client.get(f"{address}?" + "&".join(f"p{number}=1" for number in range(6_000))))


@pytest.mark.whatever_the_database
def test_other_verbs_are_refused_cleanly(client, db):
    # Each verb meets a fourth of the pages; what is no page, all of them.
    verbs = ["post", "put", "delete", "patch"]
    pages = [example(model).get_url() for model in PAGE_TYPES]
    asked = list(zip(pages, verbs * len(pages), strict=False))
    others = ("/", "/defis/", "/recherche/", "/plan-du-site/", "/sitemap.xml", "/robots.txt")
    for address, verb in asked + [(address, verb) for address in others for verb in verbs]:
        assert getattr(client, verb)(address).status_code < 500
