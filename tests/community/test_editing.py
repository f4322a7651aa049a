"""An editor creates, previews, publishes and changes every type of page."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from tests.filling import create, faults, filled, page_form
from tests.page_types import PAGE_TYPES, example, label

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

every_type = pytest.mark.parametrize("model", PAGE_TYPES, ids=label)


def place_for(model: type[Page]) -> Page:
    """Return a page of the demonstration below which a page of this type may be created."""
    kinds = set(model.allowed_parent_page_models())
    for page in Page.objects.order_by("path").specific(defer=True):
        if page.specific_class in kinds and model.can_create_at(page):
            return page
    raise AssertionError(f"No page of the demonstration may have a {label(model)} below it.")


def answers(model: type[Page], parent: Page, user: object) -> dict[str, str]:
    page = model(locale=parent.locale)
    data = filled(page_form(page, user, parent), title="Le mot zorglub", slug="zorglub")
    return data


@every_type
def test_a_page_is_created_and_published(model, editor, account, client):
    parent = place_for(model)
    data = answers(model, parent, account("editor"))
    response = create(editor, parent, model, data, **{"action-publish": "1"})
    assert response.status_code == 302, faults(response)
    page = model.objects.child_of(parent).get(slug="zorglub")
    assert page.live
    address = page.get_url()
    if address:  # A second home page is on no site.
        shown = client.get(address)
        assert shown.status_code == 200
        assert "Le mot zorglub" in shown.content.decode()


@every_type
def test_a_page_is_previewed_before_it_exists(model, editor, account):
    parent = place_for(model)
    names = (model._meta.app_label, model._meta.model_name, parent.pk)
    address = reverse("wagtailadmin_pages:preview_on_add", args=names)
    sent = editor.post(address, answers(model, parent, account("editor")))
    assert sent.json()["is_valid"], faults(sent)
    shown = editor.get(address)
    assert shown.status_code == 200
    assert "Le mot zorglub" in shown.content.decode()
    assert not model.objects.filter(slug="zorglub").exists()


@every_type
def test_a_page_is_changed_and_previewed(model, editor, account, client):
    page = example(model)
    user = account("editor")
    values = {"slug": page.slug, "title": "Le mot zorglub"}
    if hasattr(page, "number"):
        values["number"] = str(page.number)
    data = filled(page_form(page, user, page.get_parent()), **values)
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert editor.post(preview, data).json()["is_valid"]
    assert "Le mot zorglub" in editor.get(preview).content.decode()
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = editor.post(edit, {**data, "action-publish": "1"})
    assert response.status_code == 302, faults(response)
    assert "Le mot zorglub" in client.get(page.get_url()).content.decode()


@every_type
def test_the_form_opens_on_the_demonstration(model, editor):
    page = example(model)
    response = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert response.status_code == 200
    history = editor.get(reverse("wagtailadmin_pages:history", args=[page.pk]))
    assert history.status_code == 200
