"""The toolbox: eight families, the Temps that each method serves, and where it was used."""

import pytest

from community.models import Temps
from defis.models import DefiMethod, DefiPage
from methods.models import Family, MethodIndexPage, MethodPage, MethodTrial
from tests.page_types import example

pytestmark = pytest.mark.django_db


@pytest.fixture
def method() -> MethodPage:
    return example(MethodPage)


def test_the_families_are_offered_as_what_one_wants_to_do(client):
    results = client.get("/methodes/").context["results"]
    facet = next(found for found in results.facets if found.facet.name == "famille")
    assert [option.value for option in facet.options] == list(Family)
    assert sum(option.count for option in facet.options) == results.total


def test_a_method_serves_some_of_the_four_temps(client):
    results = client.get("/methodes/").context["results"]
    facet = next(found for found in results.facets if found.facet.name == "temps")
    assert [option.value for option in facet.options] == [str(temps) for temps in Temps]
    for temps in Temps:
        pages = client.get(f"/methodes/?temps={temps}").context["results"].page
        assert all(page.method_temps.filter(temps=temps).exists() for page in pages)


def test_a_name_an_aim_and_a_family_are_enough(client):
    index = example(MethodIndexPage)
    page = MethodPage(title="Le café", slug="cafe", summary="Se parler.", family=Family.INSPIRE)
    index.add_child(instance=page)
    page.full_clean()
    assert client.get(page.get_url()).status_code == 200


def test_it_says_which_defis_used_it_and_they_say_when(method, client):
    defi = example(DefiPage)
    MethodTrial.objects.all().delete()
    assert defi.get_url() not in client.get(method.get_url()).content.decode()
    defi.defi_methods.add(
        DefiMethod(method=method, temps=2, note="Sur une nappe en papier"),
        DefiMethod(method=method, note="Encore une fois"),
    )
    defi.save_revision().publish()
    assert f'href="{defi.get_url()}"' in client.get(method.get_url()).content.decode()
    response = client.get(defi.get_url())
    assert [group["temps"] for group in response.context["methods"]] == [2, None]
    html = response.content.decode()
    assert "Sur une nappe en papier" in html
    assert f'href="{method.get_url()}"' in html


def test_a_method_that_is_hidden_is_not_among_those_used(method, client):
    defi = example(DefiPage)
    defi.defi_methods.add(DefiMethod(method=method, temps=1, note="Un zorglub"))
    defi.save_revision().publish()
    method.unpublish()
    response = client.get(defi.get_url())
    assert response.context["methods"] == []
    assert "Un zorglub" not in response.content.decode()
