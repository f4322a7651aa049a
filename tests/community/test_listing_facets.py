"""Facets come from the values in use, count what they would leave, and combine as people expect."""

from itertools import combinations

import pytest

from community.listing import Range
from community.models import Theme
from defis.models import DefiIndexPage, DefiPage
from tests.page_types import INDEX_TYPES, example, label

pytestmark = pytest.mark.django_db

every_index = pytest.mark.parametrize("model", INDEX_TYPES, ids=label)


@pytest.fixture
def ask(asked):
    """Give the results of a list: ``ask(DefiIndexPage, etat=["testing"], q="eau")``."""

    def ask(model, **data):
        return example(model).results(asked(data=data))

    return ask


def options(results) -> dict[tuple[str, str], int]:
    """Return the counts by (facet, value)."""
    return {
        (found.facet.name, option.value): option.count
        for found in results.facets
        for option in found.options
    }


def pages(results) -> set[int]:
    everything = range(1, results.page.paginator.num_pages + 1)
    return {page.pk for number in everything for page in results.page.paginator.page(number)}


def some(counts: dict[tuple[str, str], int]) -> list[tuple[tuple[str, str], int]]:
    """Return at most thirty of the counts, from every facet of a long list."""
    return list(counts.items())[:: len(counts) // 30 + 1]


@every_index
def test_an_option_leaves_as_many_pages_as_it_says(model, ask):
    for (name, value), count in some(options(ask(model))):
        assert count > 0
        assert ask(model, **{name: value}).total == count, (name, value)


@every_index
def test_an_option_says_what_it_leaves_beside_the_other_filters(model, ask):
    everything = options(ask(model))
    name, value = max(everything, key=everything.get)
    narrowed = ask(model, **{name: value})
    for (other, choice), count in some(options(narrowed)):
        # Of a long facet the most frequent values alone are offered, which may change.
        assert count <= everything.get((other, choice), count)
        if other != name:
            both = ask(model, **{name: value, other: choice})
            assert both.total == count, (name, value, other, choice)


@every_index
def test_two_values_of_a_facet_widen_the_list(model, ask):
    for found in ask(model).facets:
        if isinstance(found.facet, Range):
            continue  # One number at a time.
        values = [option.value for option in found.options]
        for pair in list(combinations(values, 2))[:1]:
            apart = [pages(ask(model, **{found.facet.name: value})) for value in pair]
            together = ask(model, **{found.facet.name: list(pair)})
            assert pages(together) == apart[0] | apart[1]


@every_index
def test_a_facet_keeps_offering_its_other_values(model, ask):
    for found in ask(model).facets:
        if len(found.options) > 1:
            chosen = ask(model, **{found.facet.name: found.options[0].value})
            again = next(one for one in chosen.facets if one.facet == found.facet)
            assert [one.value for one in again.options] == [one.value for one in found.options]
            assert [one.count for one in again.options] == [one.count for one in found.options]
            assert again.open
            assert [one.selected for one in again.options] == [True] + [False] * (
                len(found.options) - 1
            )


def test_a_word_narrows_the_counts(ask):
    found = ask(DefiIndexPage, q="plancton")
    assert found.total == 1
    assert set(options(found).values()) == {1}


def test_a_chosen_value_that_the_others_emptied_can_be_removed(ask):
    everything = options(ask(DefiIndexPage))
    regions = [value for name, value in everything if name == "region"]
    for region in regions:
        left = options(ask(DefiIndexPage, region=region))
        gone = {value for name, value in set(everything) - set(left) if name == "etat"}
        if gone:
            break
    results = ask(DefiIndexPage, region=region, etat=gone.pop())
    assert results.total == 0
    assert len(results.chips) == 2
    assert not results.ignored


def test_a_hidden_defi_counts_nowhere(ask):
    before, total = options(ask(DefiIndexPage)), ask(DefiIndexPage).total
    defi = example(DefiPage)
    defi.unpublish()
    after = options(ask(DefiIndexPage))
    assert ask(DefiIndexPage).total == total - 1
    lost = {key: before[key] - after.get(key, 0) for key in before}
    assert set(lost.values()) == {0, 1}
    assert lost["etat", defi.state] == 1
    assert lost["edition", defi.edition.slug] == 1


def test_the_region_of_a_defi_is_that_of_its_territories(ask):
    facet = next(f for f in ask(DefiIndexPage).facets if f.facet.name == "region")
    labels = {str(option.label): option.value for option in facet.options}
    assert "Bretagne" in labels
    assert "Roumanie" in labels
    for name, value in labels.items():
        for page in ask(DefiIndexPage, region=value).page:
            regions = {str(row.territory.region) for row in page.territories.all()}
            assert name in regions


def test_themes_of_several_schemes_stand_side_by_side(ask):
    facet = next(f for f in ask(DefiIndexPage).facets if f.facet.name == "theme")
    themes = Theme.objects.filter(slug__in=[option.value for option in facet.options])
    assert len(set(themes.values_list("scheme", flat=True))) >= 2


def test_the_type_of_porteur_is_counted_once_a_defi(ask):
    facet = next(f for f in ask(DefiIndexPage).facets if f.facet.name == "porteur")
    for option in facet.options:
        porteurs = {"porteurs__organisation__kind": option.value}
        defis = DefiPage.objects.filter(locale__language_code="fr", **porteurs).distinct()
        assert defis.count() == option.count
