"""A session becomes a model session, and a model session becomes one's own."""

import pytest
from django.urls import reverse

from methods.models import (
    MethodPage,
    ModelSessionIndexPage,
    ModelSessionPage,
    ModelSessionRow,
    SessionPlan,
)
from methods.models.model_session import GroupSize, Length
from tests.page_types import example

pytestmark = pytest.mark.django_db

SESSION = {
    "duree": "60",
    "personnes": "13",
    "famille": "testing",
    "lieu": "remote",
    "titre": "Comprendre un problème en deux heures",
    "e": ["ouverture.5", "methode.45.cinq-pourquoi", "cloture.10"],
    "n1": "Une note",
}


def test_an_editor_publishes_a_session_as_a_draft_to_complete(editor, client):
    answer = editor.post(reverse("methods:publish_session"), SESSION)
    page = ModelSessionPage.objects.order_by("pk").last()
    assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert not page.live
    assert (page.people, page.aim, page.format, page.minutes) == (13, "testing", "remote", 60)
    assert [row.kind for row in page.session_rows.all()] == ["ouverture", "methode", "cloture"]
    row = page.session_rows.all()[1]
    assert (row.method.slug, row.note) == ("cinq-pourquoi", "Une note")
    assert editor.get(answer["Location"]).status_code == 200
    editor.post(reverse("methods:publish_session"), SESSION)
    assert ModelSessionPage.objects.order_by("pk").last().slug == f"{page.slug}-2"
    page.get_latest_revision().publish()
    assert client.get(page.get_url()).status_code == 200


def test_others_may_not(porteur, client):
    before = ModelSessionPage.objects.count()
    for who in (porteur, client):
        assert who.post(reverse("methods:publish_session"), SESSION).status_code == 403
    assert ModelSessionPage.objects.count() == before


def test_only_those_who_may_are_offered_to(editor, porteur):
    action = reverse("methods:publish_session")
    assert action in editor.get("/composer/", SESSION).content.decode()
    assert action not in porteur.get("/composer/", SESSION).content.decode()


def test_its_methods_show_where_it_is_used(client):
    page = example(ModelSessionPage)
    method = page.session_rows.exclude(method=None).first().method
    assert method.get_url() in client.get(page.get_url()).content.decode()
    assert page.get_url() in client.get(method.get_url()).content.decode()


def test_a_hidden_method_leaves_its_minutes_and_neither_name_nor_address(client):
    page = example(ModelSessionPage)
    row = page.session_rows.exclude(method=None).filter(title="").first()
    total = client.get(page.get_url()).context["plan"].total
    row.method.unpublish()
    response = client.get(page.get_url())
    html = response.content.decode()
    assert response.context["plan"].total == total
    assert row.method.title not in html
    assert row.method.slug not in html


def test_it_is_used_as_ones_own(client):
    page = example(ModelSessionPage)
    use = client.get(page.get_url()).context["use"]
    session = client.get(use)
    assert session.status_code == 200
    assert session.context["plan"].total == page.minutes
    assert session.context["plan"].missing == 0


def test_a_method_that_is_deleted_leaves_its_minutes(client):
    page = example(ModelSessionPage)
    row = page.session_rows.exclude(method=None).first()
    MethodPage.objects.get(pk=row.method_id).delete()
    assert ModelSessionRow.objects.get(pk=row.pk).minutes == row.minutes
    assert client.get(page.get_url()).status_code == 200


def test_the_list_is_searched_by_what_one_has(client):
    index = example(ModelSessionIndexPage)
    for facet, value, name in (("duree", "2h", "minutes"), ("groupe", "20", "people")):
        results = client.get(f"{index.get_url()}?{facet}={value}").context["results"]
        assert results.total
        for page in results.page:
            bands = {"minutes": Length.of, "people": GroupSize.of}
            assert bands[name](getattr(page, name)) == value


@pytest.mark.whatever_the_database
def test_bands():
    lengths = [Length.of(minutes).value for minutes in (15, 60, 61, 120, 240, 241)]
    assert lengths == ["1h", "1h", "2h", "2h", "demi", "jour"]
    groups = [GroupSize.of(people).value for people in (2, 8, 9, 20, 50, 51)]
    assert groups == ["8", "8", "20", "20", "50", "plus"]


def test_the_demonstration_has_a_saved_session_and_three_models():
    assert SessionPlan.objects.exists()
    pages = ModelSessionPage.objects.live().filter(locale__language_code="fr")
    assert len(pages) >= 3
    assert all(page.fictional for page in pages)
    assert all(page.session_rows.filter(method=None, kind="methode").count() == 0 for page in pages)
