"""Whatever stands in a query string gives a page or a clean refusal, and comes back escaped."""

import re
from urllib.parse import quote

import pytest

from community.listing.query import LAYOUT, PAGE, SORT, TEXT
from tests.page_types import INDEX_TYPES, PAGE_TYPES, example, label

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>"
BREAKOUT = "\"'><img src=x onerror=alert(1)>"
# Already percent-encoded where the client must not do it.
JUNK = {
    "word": "abc",
    "negative": "-1",
    "zero": "0",
    "huge": "999999999999999999999",
    "float": "1e309",
    "null": "%00",
    "empty": "",
    "quotes": quote("'\"\\`"),
    "sql": quote("' OR 1=1; --"),
    "search operators": quote('NOT (a* OR "b") AND ^c:d NEAR/3 & | ! <->'),
    "long": "a" * 10_000,
    "many words": quote("a " * 5_000),
    "emoji": quote("🦄👩‍👩‍👧"),
    "script": quote(SCRIPT),
    "attribute": quote(BREAKOUT),
    "accent": quote("é"),
    "not UTF-8": "%C3%28",
    "lone surrogate": "%ED%A0%80",
    "format": quote("{0.__class__} %s %(x)s ${7*7} {{7*7}} {% now %}"),
    "line break": "a%0D%0ASet-Cookie:%20a=b",
    "list": "[]",
}


def query_of(names: list[str], value: str) -> str:
    """Return a query string with each parameter once alone, and once more as a list."""
    once = [f"{name}={value}" for name in names]
    again = [f"{name}[]={value}&{name}={value}" for name in names]
    return "&".join(once + again)


def check(response) -> None:
    """Refuse a failure of the server, and what a browser would run."""
    assert response.status_code < 500
    html = response.content.decode(errors="replace")
    assert SCRIPT not in html
    assert "<img src=x" not in html
    assert not re.search(r"\"'><", html)
    assert "Set-Cookie: a=b" not in str(response.headers)
    assert "a" * 1_000 not in html, "Ten thousand characters came back."


@pytest.mark.parametrize("junk", JUNK)
@pytest.mark.parametrize("model", INDEX_TYPES, ids=label)
def test_a_list_and_its_feed(model, junk, client):
    address, value = example(model).get_url(), JUNK[junk]
    facets = [facet.name for facet in model.listing.facets]
    check(client.get(f"{address}?{query_of([*facets, SORT, LAYOUT, PAGE], value)}"))
    check(client.get(f"{address}?{query_of([TEXT], value)}"))
    check(client.get(f"{address}flux/?{query_of([*facets, TEXT, SORT, PAGE], value)}"))


@pytest.mark.parametrize("junk", JUNK)
def test_the_search_page(junk, client):
    for query in ("q=%s", "q=un&page=%s", "page=%s&q[]=%s&q=a&q=%s"):
        check(client.get(f"/recherche/?{query.replace('%s', JUNK[junk])}"))


def test_pages_that_read_no_query_string(client):
    query = "&".join(f"{name}={value}" for value in JUNK.values() for name in ("q", "page", "p"))
    pages = {example(model).get_url() for model in PAGE_TYPES}
    for address in pages | {"/en/", "/plan-du-site/", "/sitemap.xml", "/robots.txt", "/healthz"}:
        check(client.get(f"{address}?{query}"))


@pytest.mark.parametrize("junk", sorted(set(JUNK) - {"empty", "long", "many words"}))
def test_the_path_itself(junk, client):
    for root in ("/", "/en/", "/defis/", "/defis/flux/", "/editions/2018/", "/recherche/"):
        response = client.get(f"{root}{JUNK[junk]}/")
        check(response)
        assert response.status_code in (301, 302, 404)


def test_too_many_parameters(client, db):
    address = example(INDEX_TYPES[0]).get_url()
    check(client.get(f"{address}?" + "&".join(f"etat=v{number}" for number in range(4_000))))
    check(client.get(f"{address}?" + "&".join(f"p{number}=1" for number in range(6_000))))


@pytest.mark.parametrize("verb", ["post", "put", "delete", "patch"])
def test_other_verbs_are_refused_cleanly(verb, client, db):
    pages = [example(model).get_url() for model in PAGE_TYPES]
    for address in (*pages, "/recherche/", "/plan-du-site/", "/sitemap.xml", "/robots.txt"):
        assert getattr(client, verb)(address).status_code < 500
