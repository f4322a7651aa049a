"""An edition: its names, its phase, its sites, its figures."""

import pytest
from django.core.exceptions import ValidationError

from events.models import CampusPage, EditionIndexPage, EditionPage
from tests.page_types import example

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition() -> EditionPage:
    return EditionPage.objects.get(year=2018)


def test_the_page_shows_its_sites_and_its_other_names(edition, client):
    response = client.get(edition.get_url())
    html = response.content.decode()
    campuses = list(CampusPage.objects.child_of(edition))
    assert set(response.context["campuses"]) == set(campuses)
    for campus in campuses:
        assert f'href="{campus.get_url()}"' in html
    for name in edition.other_names:
        assert str(name.value) in html
    assert edition.motto in html


def test_the_latest_edition_comes_first(client):
    results = client.get("/editions/").context["results"]
    assert [page.year for page in results.page] == [2019, 2018, 2017, 2016]
    oldest = client.get("/editions/?tri=ancien").context["results"]
    assert [page.year for page in oldest.page] == [2016, 2017, 2018, 2019]


@pytest.mark.parametrize("year", [1999, 2101, -1])
def test_a_year_stands_within_reason(edition, year):
    edition.year = year
    with pytest.raises(ValidationError) as refused:
        edition.full_clean()
    assert "year" in refused.value.error_dict


def test_an_edition_is_called_by_its_short_name_or_its_year(edition):
    edition.short_name = ""
    assert edition.name == "2018"
    edition.short_name = "UEIP 3"
    assert edition.name == "UEIP 3"


def test_a_site_stands_below_an_edition_alone():
    assert CampusPage.allowed_parent_page_models() == [EditionPage]
    assert EditionPage.allowed_parent_page_models() == [EditionIndexPage]
    assert EditionIndexPage.allowed_subpage_models() == [EditionPage]


def test_an_edition_in_progress_is_found_by_its_phase(edition, client):
    edition.phase = "during"
    edition.save_revision().publish()
    found = client.get("/editions/?phase=during").context["results"]
    assert list(found.page) == [edition]
    assert example(EditionIndexPage).get_url() == "/editions/"


def test_the_source_of_each_figure_is_shown(edition, client):
    html = client.get(edition.get_url()).content.decode()
    for figure in edition.figures.all():
        assert figure.measure.split()[0] in html
        assert figure.source_title.partition(" (")[0] in html.replace("&#x27;", "'")
