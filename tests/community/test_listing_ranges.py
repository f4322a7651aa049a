"""Filters by a number and by boxes: what they match, count, refuse, and leave out aloud."""

import pytest
from bs4 import BeautifulSoup

from methods.models import Family, MethodIndexPage, MethodPage
from tests.junk import JUNK
from tests.page_types import example
from tests.queries import queries

pytestmark = pytest.mark.django_db

METHODS = {
    "court": {"minutes_min": 10, "minutes_max": 15, "on_site": True, "before": True},
    "moyen": {"minutes_min": 30, "minutes_max": 60, "people_min": 4, "people_max": 12},
    "long": {"minutes_min": 90, "people_min": 20, "on_site": True, "remote": True},
    "borne": {"minutes_max": 20, "people_max": 8, "hybrid": True},
    "muet": {},
}


@pytest.fixture(autouse=True)
def methods() -> dict[str, MethodPage]:
    """A toolbox in which the ranges are known."""
    index = example(MethodIndexPage)
    MethodPage.objects.update(live=False)
    return {
        slug: index.add_child(
            instance=MethodPage(
                title=slug.title(), slug=slug, summary="Un but.", family=Family.INSPIRE, **fields
            )
        )
        for slug, fields in METHODS.items()
    }


@pytest.fixture
def ask(asked):
    return lambda **data: example(MethodIndexPage).results(asked(data=data))


def slugs(results) -> set[str]:
    return {page.slug for page in results.page}


def facet(results, name: str):
    return next(found for found in results.facets if found.facet.name == name)


def counts(results, name: str) -> dict[str, int]:
    return {option.value: option.count for option in facet(results, name).options}


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (5, {"borne"}),
        (15, {"court", "borne"}),
        # What can be run in less time than one has fits; open bounds are open.
        (45, {"court", "moyen", "borne"}),
        (120, {"court", "moyen", "long", "borne"}),
    ],
)
def test_a_method_fits_in_the_time_available(minutes, expected, ask):
    assert slugs(ask(duree=minutes)) == expected


@pytest.mark.parametrize(
    ("people", "expected"),
    [(1, {"borne"}), (6, {"moyen", "borne"}), (12, {"moyen"}), (15, set()), (500, {"long"})],
)
def test_a_group_is_neither_too_small_nor_too_large(people, expected, ask):
    assert slugs(ask(personnes=people)) == expected


def test_what_says_nothing_is_left_out_aloud(ask):
    results = ask(duree=120)
    assert [(found.facet.name, found.silent) for found in results.silent] == [("duree", 1)]
    assert facet(ask(personnes=6), "personnes").silent == 2
    # Beside the other filters; and nothing is said when nothing is left out.
    assert not ask(duree=120, lieu="on_site").silent
    assert not ask().silent


def test_the_numbers_offered_say_what_they_leave(ask):
    found = counts(ask(), "duree")
    assert found == {"15": 2, "30": 3, "45": 3, "60": 3, "90": 4, "120": 4}
    for value, count in found.items():
        assert ask(duree=value).total == count
    # Beside the other filters, and beside the number chosen.
    assert counts(ask(lieu="on_site", duree="37"), "duree") == {
        "15": 1, "30": 1, "37": 1, "45": 1, "60": 1, "90": 2, "120": 2,
    }  # fmt: skip


def test_the_number_is_a_chip_that_can_be_removed(ask, client):
    results = ask(duree="45", lieu="on_site")
    assert [chip.url for chip in results.chips] == ["?lieu=on_site", "?duree=45"]
    assert results.chips[0].label == "45\N{NO-BREAK SPACE}min"
    page = BeautifulSoup(client.get("/methodes/?duree=45").content.decode(), "html.parser")
    field = page.select_one("input[name=duree]")
    assert (field["type"], field["value"], field["min"]) == ("number", "45", "1")
    assert page.find("label", {"for": field["id"]})


@pytest.mark.parametrize("junk", [*JUNK.values(), "0", "-5", "4.5", "1e3", "99999", "४५x"])
def test_junk_is_reported_or_nothing(junk, ask, client):
    everything = client.get("/methodes/").context["results"].total
    results = client.get(f"/methodes/?duree={junk}&lieu={junk}").context["results"]
    assert results.total == everything
    assert not results.chips


def test_one_number_at_a_time(ask):
    results = ask(duree=["abc", "15", "120"])
    assert slugs(results) == {"court", "borne"}
    assert results.ignored == ["abc", "120"]


def test_several_boxes_mean_any_of_them(ask):
    assert counts(ask(), "lieu") == {"on_site": 2, "remote": 1, "hybrid": 1}
    assert slugs(ask(lieu="on_site")) == {"court", "long"}
    assert slugs(ask(lieu=["remote", "hybrid"])) == {"long", "borne"}
    assert counts(ask(lieu="hybrid", phase="before"), "lieu") == {"on_site": 1, "hybrid": 0}


def test_it_is_the_same_in_the_feed_and_in_the_pages(client):
    feed = client.get("/methodes/flux/?duree=45&lieu=on_site").content.decode()
    assert "<title>Court</title>" in feed
    assert "<title>Moyen</title>" not in feed
    results = client.get("/methodes/?duree=45&lieu=on_site").context["results"]
    assert results.query.as_query(page=2) == "?duree=45&lieu=on_site&page=2"


def test_an_empty_list_says_what_each_filter_costs(ask, client):
    response = client.get("/methodes/?duree=15&personnes=500")
    assert response.context["results"].total == 0
    relaxed = response.context["results"].relaxed
    assert [(one.url, one.total) for one in relaxed] == [("?duree=15", 2), ("?personnes=500", 1)]
    page = BeautifulSoup(response.content.decode(), "html.parser")
    for one in relaxed:
        assert page.find("a", href=one.url)
        assert client.get(f"/methodes/{one.url}").context["results"].total == one.total
    # When one is not enough.
    assert not ask(duree=5, personnes=500, lieu="on_site", phase="before").relaxed


def test_the_words_are_a_filter_to_relax_too(ask):
    relaxed = ask(q="zorglub", duree="45", lieu="on_site").relaxed
    assert [(one.url, one.total) for one in relaxed] == [("?duree=45&lieu=on_site", 1)]
    assert [one.total for one in ask(q="zorglub").relaxed] == [5]


def test_relaxing_costs_two_queries_at_most(client):
    full = queries(client, "/methodes/?duree=45&lieu=on_site")
    empty = queries(client, "/methodes/?duree=45&lieu=on_site&personnes=500&phase=before&q=zor")
    assert empty <= full + 3, client.report


@pytest.mark.parametrize(
    ("order", "first", "last"), [("duree", "court", None), ("nom", "borne", "muet")]
)
def test_sorts(order, first, last, ask):
    found = [page.slug for page in ask(tri=order).page]
    assert found[0] == first
    # What says nothing comes last.
    assert last is None or found[-1] == last
    if order == "duree":
        assert set(found[-2:]) == {"borne", "muet"}


def test_a_hidden_method_counts_nowhere(methods, ask):
    methods["long"].unpublish()
    assert "90" in counts(ask(), "duree")
    assert counts(ask(), "duree")["120"] == 3
    assert counts(ask(), "lieu") == {"on_site": 1, "hybrid": 1}
