"""A site of an edition: its place, its own time, its dates, the défis worked on there."""

import zoneinfo
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from community.models import Credit, Person
from defis.models import DefiPage
from events.models import CampusPage, EditionPage
from events.models.campus import time_zone_choices
from tests.page_types import example

pytestmark = pytest.mark.django_db


@pytest.fixture
def rennes() -> CampusPage:
    return CampusPage.objects.get(slug="rennes", locale__language_code="fr")


@pytest.mark.whatever_the_database
def test_a_time_zone_must_exist(rennes):
    rennes.time_zone = "Europe/Rennes"
    with pytest.raises(ValidationError) as refused:
        rennes.full_clean()
    assert "time_zone" in refused.value.error_dict


@pytest.mark.whatever_the_database
def test_the_zones_of_french_territories_come_first():
    offered = [zone for zone, _label in time_zone_choices()]
    assert offered[0] == "Europe/Paris"
    assert {"America/Martinique", "Indian/Reunion", "Pacific/Noumea"} <= set(offered[:12])
    assert set(offered) == zoneinfo.available_timezones()
    assert len(offered) == len(set(offered))


@pytest.mark.whatever_the_database
@pytest.mark.parametrize("model", [CampusPage, EditionPage])
def test_a_last_day_does_not_come_before_the_first(model):
    page = example(model)
    page.starts_on, page.ends_on = date(2018, 7, 11), date(2018, 7, 9)
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert "ends_on" in refused.value.error_dict
    page.ends_on = page.starts_on
    page.full_clean()


@pytest.mark.whatever_the_database
def test_the_page_tells_place_time_zone_and_edition(rennes, client):
    html = client.get(rennes.get_url()).content.decode()
    assert "Europe/Paris" in html or "Paris" in html
    assert f'href="{rennes.edition.get_url()}"' in html
    assert rennes.get_url() == "/editions/2018/rennes/"


def test_the_page_shows_the_defis_worked_on_there(rennes, client):
    html = client.get(rennes.get_url()).content.decode()
    for defi in DefiPage.objects.filter(campus=rennes):
        assert f'href="{defi.get_url()}"' in html
    other = CampusPage.objects.get(slug="la-reunion", locale__language_code="fr")
    assert "/defis/2018-rennes" not in client.get(other.get_url()).content.decode()


@pytest.mark.whatever_the_database
def test_the_page_tells_how_to_come_and_who_coordinates(rennes, client):
    public = Person.objects.public().first()
    hidden = Person.objects.create(given_name="Dominique", family_name="Discrète")
    role = Credit.Role
    for person, part in ((public, role.EXPERT), (hidden, role.COORDINATOR)):
        Credit.objects.create(page=rennes, person=person, role=part, locale=rennes.locale)
    coordinator = Person.objects.public().last()
    Credit.objects.create(
        page=rennes, person=coordinator, role=role.COORDINATOR, locale=rennes.locale
    )
    rennes.live_url = "https://direct.example/rennes"
    rennes.accessibility = "Un ascenseur dessert tous les niveaux."
    rennes.save()
    html = client.get(rennes.get_url()).content.decode()
    for words in (rennes.address, "Charles de Gaulle", "ascenseur", "13 heures", "Bretagne"):
        assert words in html
    team = html[html.index('class="colophon__list team"') :]
    assert team.index(str(coordinator)) < team.index(str(public))
    assert html.count(str(coordinator)) == 1, "not again among the sources"
    assert "Discrète" not in html
    assert "mark is-after" in html
    # The broadcast is over with the edition.
    assert rennes.live_url not in html
    EditionPage.objects.filter(year=2018).update(phase="during")
    assert rennes.live_url in client.get(rennes.get_url()).content.decode()


@pytest.mark.whatever_the_database
def test_a_site_known_by_its_title_alone_says_what_it_waits_for(rennes, client):
    alone = CampusPage(title="Ailleurs", slug="ailleurs")
    rennes.edition.add_child(instance=alone)
    response = client.get(alone.get_url())
    assert response.status_code == 200
    assert 'class="notice"' in response.content.decode()


def test_a_defi_that_is_not_published_is_not_among_them(rennes, client):
    defi = DefiPage.objects.filter(campus=rennes).first()
    defi.unpublish()
    assert defi.get_url() not in client.get(rennes.get_url()).content.decode()
