"""The fiche: what it must have, what it may lack, and how it says so."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Page

from defis.models import DefiIndexPage, DefiPage
from events.models import CampusPage, EditionPage
from tests.filling import create, faults, filled, page_form
from tests.page_types import example
from tests.translating import version

pytestmark = pytest.mark.whatever_the_database


@pytest.fixture
def empty(account):
    """What the form sends with a question, a number and a porteur, and nothing else."""
    index = example(DefiIndexPage)
    form = page_form(DefiPage(locale=index.locale), account("editor"), index)
    data = filled(form, title="Comment tenir ?", slug="tenir", number="77")
    kept = {"title", "slug", "number", "initial_state"}
    for name in list(data):
        relation = name.split("-")[0]
        if name in kept or relation == "porteurs" or name.endswith(("_FORMS", "-count")):
            continue
        del data[name]
    for name in data:
        if name.endswith("-count") or (name.endswith("TOTAL_FORMS") and "porteurs" not in name):
            data[name] = "0"
    return data


def publish(client, data) -> object:
    return create(client, example(DefiIndexPage), DefiPage, data, **{"action-publish": "1"})


def test_a_number_a_question_and_a_porteur_are_enough(editor, empty, client):
    response = publish(editor, empty)
    assert response.status_code == 302, faults(response)
    page = DefiPage.objects.get(slug="tenir")
    assert page.live
    assert page.completeness == 0
    assert len(page.missing) == 12
    html = client.get(page.get_url()).content.decode()
    for part in page.missing:
        assert str(part) in html
    assert client.get("/defis/?q=tenir").context["results"].total == 1
    assert client.get("/defis/?q=tenir&vue=table").status_code == 200


@pytest.mark.parametrize("missing", ["title", "number", "porteurs"])
def test_none_of_the_three_may_be_missing(editor, empty, missing):
    if missing == "porteurs":
        empty |= {"porteurs-TOTAL_FORMS": "0"}
    else:
        empty[missing] = ""
    response = publish(editor, empty)
    assert response.status_code == 200
    assert not DefiPage.objects.filter(slug="tenir").exists()


def test_a_draft_may_lack_anything_but_its_title(editor, empty):
    response = create(
        editor, example(DefiIndexPage), DefiPage, empty | {"porteurs-TOTAL_FORMS": "0"}
    )
    assert response.status_code == 302, faults(response)
    assert not DefiPage.objects.get(slug="tenir").live


def test_a_full_fiche_lacks_nothing(first):
    first.working_question = "Quels critères ?"
    first.temps_1 = "<p>Le premier jour.</p>"
    first.summary = "Un résumé."
    for name in ("stakeholders", "expectations", "next_steps", "stakes"):
        kind = "paragraph" if name == "stakes" else "item"
        setattr(first, name, [{"type": kind, "value": "Quelque chose"}])
    first.users = [{"type": "group", "value": {"text": "Les familles", "posture": ""}}]
    first.save()
    page = DefiPage.objects.get(pk=first.pk)
    assert [str(part) for part in page.missing] == []
    assert page.completeness == 100


def test_the_dashboard_names_the_emptiest_fiches(editor, porteur, db):
    home = reverse("wagtailadmin_home")
    html = editor.get(home).content.decode()
    emptiest = min(DefiPage.objects.all(), key=lambda page: page.completeness)
    assert reverse("wagtailadmin_pages:edit", args=[emptiest.pk]) in html
    # A porteur may not complete the fiches of others.
    assert (
        reverse("wagtailadmin_pages:edit", args=[emptiest.pk])
        not in porteur.get(home).content.decode()
    )


def test_a_number_is_given_once_on_a_site(first):
    other = DefiPage.objects.live().exclude(pk=first.pk).filter(campus=first.campus).first()
    other.number = first.number
    with pytest.raises(ValidationError) as refused:
        other.full_clean()
    assert "number" in refused.value.error_dict


def test_numbers_start_again_on_another_site(first):
    other = DefiPage.objects.live().exclude(pk=first.pk).first()
    other.number = first.number
    other.campus = CampusPage.objects.exclude(pk=first.campus_id).first()
    other.edition = None
    other.full_clean()
    assert other.edition == other.campus.edition


def test_two_editors_cannot_give_the_same_number(editor, empty, first):
    empty |= {"number": str(first.number), "campus": str(first.campus_id)}
    response = publish(editor, empty)
    assert response.status_code == 200
    assert "number" in response.context["form"].errors


def test_the_site_fills_in_the_edition(editor, empty, first):
    response = publish(editor, empty | {"campus": str(first.campus_id), "edition": ""})
    assert response.status_code == 302, faults(response)
    assert DefiPage.objects.get(slug="tenir").edition == first.edition


def test_a_site_of_another_edition_is_refused(first):
    first.edition = EditionPage.objects.exclude(pk=first.edition_id).first()
    with pytest.raises(ValidationError) as refused:
        first.full_clean()
    assert "campus" in refused.value.error_dict


def test_a_translation_keeps_the_number(first, english):
    twin = version(first, english)
    twin.full_clean()
    assert twin.number == first.number


def test_the_address_stays_when_the_question_changes(editor, first, account):
    address = first.get_url()
    Page.objects.get(pk=first.pk)
    first.title = "Une tout autre question ?"
    first.save_revision().publish()
    assert DefiPage.objects.get(pk=first.pk).get_url() == address
