"""Two pages that have to do with each other both say so, whatever their types."""

import pytest
from wagtail.models import ReferenceIndex

from community.models import Credit, PageRelation, Person
from defis.models import DefiPage
from home.models import ContentPage
from methods.models import MethodPage, ResourcePage
from tests.page_types import example

pytestmark = pytest.mark.django_db


def linked(client, page, other) -> bool:
    html = client.get(page.get_url()).content.decode()
    return f'href="{other.get_url()}"' in html.partition('class="colophon"')[2]


@pytest.fixture
def pair():
    method, page = example(MethodPage), example(ContentPage)
    assert not page.page_relations.exists()
    page.page_relations = [PageRelation(related=method)]
    page.save_revision().publish()
    return page, method


def test_each_leads_to_the_other(client, pair):
    page, method = pair
    assert linked(client, page, method)
    assert linked(client, method, page)


def test_one_that_is_hidden_is_named_by_neither(client, pair):
    page, method = pair
    method.unpublish()
    assert not linked(client, page, method)
    method.save_revision().publish()
    page.unpublish()
    assert not linked(client, method, page)


def test_the_documents_of_the_demonstration_lead_to_the_methods_they_serve(client):
    document = ResourcePage.objects.get(slug="bilan-de-l-universite-2018")
    method = MethodPage.objects.get(slug="pitch", locale__language_code="fr")
    assert linked(client, document, method)
    assert linked(client, method, document)


@pytest.mark.whatever_the_database
def test_what_a_page_refers_to_is_noted_once_for_all_its_rows(monkeypatch):
    """A fiche with ten rows was read eleven times, which took most of the time to publish it."""
    page, read = example(DefiPage), []
    note = ReferenceIndex.create_or_update_for_object
    monkeypatch.setattr(
        ReferenceIndex,
        "create_or_update_for_object",
        lambda instance: read.append(instance.pk) or note(instance),
    )
    people = Person.objects.order_by("pk")[:4]
    page.credits.set([Credit(person=person, role="author") for person in people])
    page.save()
    assert read == [page.pk]
    noted = ReferenceIndex.get_references_to(people[3])
    assert noted.filter(object_id=str(page.pk)).exists()
    page.credits.set(list(page.credits.all())[:3])
    page.save()
    assert not noted.filter(object_id=str(page.pk)).exists()
