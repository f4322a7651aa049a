"""A document of the library: what is said before the click, and what it asks of its editor."""

import pytest

from methods.models import ResourceIndexPage, ResourcePage, RolePage
from tests.filling import create, faults, filled, page_form
from tests.page_types import example

pytestmark = pytest.mark.django_db


@pytest.fixture
def document() -> ResourcePage:
    """One of our own: as PDF and as text."""
    return ResourcePage.objects.get(slug="trame-de-fiche-defi")


@pytest.mark.whatever_the_database
def test_its_files_say_what_they_are_before_the_click(client, document):
    html = client.get(document.get_url()).content.decode()
    for row in document.resource_files.select_related("document"):
        assert row.document.url in html
        assert row.document.file_extension.upper() in html
        assert f'hreflang="{row.language}"' in html
        assert row.get_accessible_display() in html


@pytest.mark.whatever_the_database
def test_a_file_that_not_everybody_can_read_offers_a_text(client, document):
    row = document.resource_files.first()
    type(row).objects.filter(pk=row.pk).update(accessible="no", text_alternative="Mot à mot.")
    assert "Mot à mot." in client.get(document.get_url()).content.decode()


def test_a_role_or_an_edition_that_is_hidden_is_not_named(client, document):
    role = document.resource_audiences.first().role
    document.origin = role
    document.save_revision().publish()
    assert role.title in client.get(document.get_url()).content.decode()
    RolePage.objects.get(pk=role.pk).unpublish()
    assert role.title not in client.get(document.get_url()).content.decode()


@pytest.mark.whatever_the_database
def test_a_link_is_kept_as_a_draft_without_its_address_and_published_with_it(editor, account):
    index = example(ResourceIndexPage)
    data = filled(page_form(ResourcePage(), account("editor"), index), kind="link", address="")
    refused = create(editor, index, ResourcePage, data, **{"action-publish": "1"})
    assert "address" in faults(refused)
    assert create(editor, index, ResourcePage, data).status_code == 302
    draft = ResourcePage.objects.get(slug="un-essai")
    assert not draft.live
    data = {**data, "slug": "un-lien", "address": "https://example.org/page"}
    assert create(editor, index, ResourcePage, data, **{"action-publish": "1"}).status_code == 302
    assert ResourcePage.objects.get(slug="un-lien").live


@pytest.mark.whatever_the_database
def test_one_that_says_nothing_yet_is_described_to_machines_too(asked, document):
    document.kind = ""
    assert document.structured_data(asked())["@type"] == ["DigitalDocument", "LearningResource"]
