"""Every page and every medium says who made it, under which licence, and where it comes from."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from community.models import CommunityDocument, CommunityImage, Figure, Licence
from community.pages import IndexPage
from home.models import HomePage
from tests.page_types import PAGE_TYPES, example, label

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

DETAILS = [model for model in PAGE_TYPES if not issubclass(model, IndexPage | HomePage)]
every_detail = pytest.mark.parametrize("model", DETAILS, ids=label)


def shown(client, page) -> BeautifulSoup:
    page.save_revision().publish()
    return BeautifulSoup(client.get(page.get_url()).content.decode(), "html.parser")


@every_detail
def test_a_licence_is_a_link_that_machines_understand(model, client):
    page = example(model)
    page.licence = Licence.CC_BY_SA
    html = shown(client, page)
    link = html.find("a", href=Licence.CC_BY_SA.url)
    assert "license" in link["rel"]


@every_detail
def test_source_and_original_work_are_named(model, client):
    page = example(model)
    page.source_title, page.source_url = "Le rapport", "https://example.org/rapport"
    page.source_date = date(2018, 5, 1)
    page.adapted_from_title, page.adapted_from_url = "L’original", "https://example.org/original"
    html = shown(client, page)
    assert html.find("a", href="https://example.org/rapport")
    assert html.find("a", href="https://example.org/original")
    text = html.get_text(" ")
    assert "Le rapport" in text
    assert "L’original" in text
    assert "2018" in text


@every_detail
def test_a_source_without_address_is_named_too(model, client):
    page = example(model)
    page.source_title, page.source_url = "Un diaporama", ""
    assert "Un diaporama" in shown(client, page).get_text(" ")


@every_detail
def test_a_figure_is_told_with_what_it_counts_and_its_source(model, client):
    page = example(model)
    page.figures.add(
        Figure(
            measure="zorglubs", value="12345.50", qualifier="environ", unit="%",
            perimeter="le quartier", note="Sans les enfants.", source_title="Le recensement",
            source_url="https://example.org/recensement",
        )
    )  # fmt: skip
    html = shown(client, page)
    text = " ".join(html.get_text(" ").split()).replace("\u202f", " ").replace("\xa0", " ")
    for word in ("zorglubs", "12 345,5", "environ", "le quartier", "Sans les enfants"):
        assert word in text, word
    assert html.find("a", href="https://example.org/recensement")


@pytest.mark.parametrize("licence", Licence)
def test_every_licence_but_one_has_its_text(licence):
    assert bool(licence.url) is (licence != Licence.ALL_RIGHTS)
    assert licence.url.startswith("https://") or not licence.url


@pytest.mark.parametrize("model", [CommunityImage, CommunityDocument])
def test_a_medium_has_an_author_a_licence_and_a_source(model):
    fields = {field.name for field in model._meta.get_fields()}
    assert {"author", "licence", "source_title", "source_url", "adapted_from_title"} <= fields
    assert {"author", "licence", "source_title"} <= set(model.admin_form_fields)


def test_an_image_without_description_has_no_alternative_rather_than_its_file_name():
    image = CommunityImage.objects.first()
    image.title, image.description = "IMG_0001.jpg", ""
    assert image.default_alt_text == ""


def test_an_address_must_be_one():
    page = example(DETAILS[0])
    page.source_url = "javascript:alert(1)"
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert "source_url" in refused.value.error_dict
