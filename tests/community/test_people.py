"""Somebody's name is shown with their consent or a public source, and nowhere else."""

from datetime import date

import pytest

from community.models import Credit, Person
from tests.page_types import PAGE_TYPES, example, label

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

every_type = pytest.mark.parametrize("model", PAGE_TYPES, ids=label)


@pytest.fixture
def somebody(db) -> Person:
    return Person.objects.create(given_name="Zéphyrine", family_name="Zorglub")


def credited(page, person) -> str:
    page.credits.add(
        Credit(person=person, role=Credit.Role.WITNESS, function="Guetteuse de zorglubs")
    )
    page.save_revision().publish()
    return page.get_url()


def shows(client, address: str) -> bool:
    html = client.get(address).content.decode()
    # A person without a name is not shown by the function either: few hold it.
    assert ("Zorglub" in html) is ("Guetteuse" in html)
    return "Zorglub" in html


@every_type
def test_without_consent_the_name_is_not_shown(model, somebody, client):
    assert not shows(client, credited(example(model), somebody))


@every_type
def test_with_consent_it_is(model, somebody, client):
    somebody.consent_on = date(2026, 1, 1)
    somebody.save()
    assert shows(client, credited(example(model), somebody))


def test_consent_taken_back_hides_the_name_at_once(somebody, client):
    somebody.consent_on = date(2026, 1, 1)
    somebody.save()
    address = credited(example(PAGE_TYPES[1]), somebody)
    assert shows(client, address)
    somebody.consent_on = None
    somebody.save()
    assert not shows(client, address)


def test_a_public_source_is_enough(somebody, client):
    somebody.public_source = "Le rapport de 2018"
    somebody.save()
    assert shows(client, credited(example(PAGE_TYPES[1]), somebody))


def test_a_hidden_name_is_not_searched(somebody, client):
    credited(example(PAGE_TYPES[1]), somebody)
    for words in ("Zorglub", "Zéphyrine", "guetteuse"):
        found = client.get("/recherche/", {"q": words, "format": "json"}).json()
        assert found["count"] == 0 and not found["results"]


def test_the_query_and_the_property_agree(somebody):
    public = set(Person.objects.public())
    assert public == {person for person in Person.objects.all() if person.is_public}
    assert somebody not in public


def test_everybody_in_the_demonstration_is_publicly_sourced(db):
    assert Person.objects.exists()
    assert all(person.public_source for person in Person.objects.all())
