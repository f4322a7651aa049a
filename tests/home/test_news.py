"""News: dated, newest first, filtered by year."""

from datetime import date

import pytest

from home.models import NewsIndexPage, NewsPage
from tests.page_types import example

pytestmark = pytest.mark.django_db


def test_the_newest_come_first(client):
    results = client.get("/actualites/").context["results"]
    dates = [page.date for page in results.page]
    assert dates == sorted(dates, reverse=True)
    oldest = client.get("/actualites/?tri=ancien").context["results"]
    assert [page.date for page in oldest.page] == sorted(dates)


def test_the_years_are_those_of_the_news(client):
    results = client.get("/actualites/").context["results"]
    years = next(found for found in results.facets if found.facet.name == "annee")
    expected = {str(page.date.year) for page in NewsPage.objects.live()}
    assert {option.value for option in years.options} == expected
    for option in years.options:
        page = client.get(f"/actualites/?annee={option.value}").context["results"].page
        assert {str(news.date.year) for news in page} == {option.value}


@pytest.mark.whatever_the_database
def test_a_date_is_written_in_french(client):
    page = example(NewsPage)
    page.date = date(2026, 5, 1)
    page.save_revision().publish()
    html = client.get(page.get_url()).content.decode()
    assert "1er mai 2026" in html.replace("<sup>er</sup>", "er").replace("\xa0", " ")
    assert 'datetime="2026-05-01"' in html


def test_news_stand_below_their_list_alone():
    assert NewsPage.allowed_parent_page_models() == [NewsIndexPage]
    assert NewsPage.allowed_subpage_models() == []
