"""Every type of page and of snippet goes the whole way of a translation, as an editor takes it."""

import pytest
from django.test import TestCase
from django.urls import reverse
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail.snippets.models import get_snippet_models

from community.pages import IndexPage
from methods.models import ReferencePage
from tests.filling import faults, filled, page_form
from tests.page_types import PAGE_TYPES, example, label
from tests.translating import edit_url, publish, submit, texts, translate_all, translate_one, update

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

SNIPPET_TYPES = sorted(
    (model for model in get_snippet_models() if issubclass(model, TranslatableMixin)),
    key=lambda model: model._meta.label,
)
#: Not for readers, or made of what is.
MADE_OF_IT = {"sort_title", "draft_title", "author_order"}
NEW = "Un résumé tout neuf."


def full_source(model, editor, user):
    """Publish an example of ``model`` with something in each field, row and block, as a form."""
    page = example(model)
    values = {"slug": page.slug, "title": page.title}
    if hasattr(page, "number"):
        values["number"] = str(page.number)
    data = filled(page_form(page, user, page.get_parent()), **values)
    data["seo_title"] = "Un titre pour les moteurs"
    with TestCase.captureOnCommitCallbacks(execute=True):
        response = editor.post(edit_url(page), {**data, "action-publish": "1"})
    assert response.status_code == 302, faults(response)
    return model.objects.get(pk=page.pk)


@pytest.mark.parametrize("model", PAGE_TYPES, ids=label)
def test_the_whole_way_of_a_page(model, editor, account, english, client):
    if former := example(model).get_translation_or_none(english):
        former.specific.delete()  # The demonstration has some pages in English.
    source = full_source(model, editor, account("editor"))

    # Submitted: a draft, of which nothing shows.
    translation = submit(editor, source, english)
    twin = model.objects.get(pk=source.get_translation(english).pk)
    assert not twin.live
    assert client.get(f"/en{source.url}").status_code == 404
    assert edit_url(twin) in editor.get(edit_url(source)).content.decode()

    # Translated in part: the preview shows what is, and the rest in the language it has.
    translate_one(editor, translation, source.summary)
    preview = reverse("wagtail_localize:preview_translation", args=[translation.pk])
    assert source.summary in editor.get(preview).content.decode()
    translate_all(editor, translation)
    publish(editor, twin)
    twin = model.objects.get(pk=twin.pk)
    left = {name for name, text in texts(twin) if "EN " not in text} - MADE_OF_IT
    assert model is ReferencePage or not left  # A reference is cited in its own language.
    html = client.get(twin.url).content.decode()
    assert '<html lang="en"' in html
    assert twin.summary in html or f'content="{twin.search_description}"' in html
    # Each version leads to the other.
    assert f'href="{source.url}"' in html
    assert f'href="{twin.url}"' in client.get(source.url).content.decode()

    # The source changes: only what is new is asked again.
    source.summary = NEW
    source.save_revision().publish()
    assert model.objects.get(pk=twin.pk).summary == twin.summary
    update(editor, translation)
    assert model.objects.get(pk=twin.pk).summary == twin.summary  # Nothing French comes out.
    assert translate_all(editor, translation) == [NEW]
    publish(editor, twin)
    assert model.objects.get(pk=twin.pk).summary == f"EN {NEW}"

    # Given up, then taken up again.
    address = reverse("wagtail_localize:convert_to_alias", args=[twin.pk])
    assert editor.post(address).status_code == 302
    twin = model.objects.get(pk=twin.pk)
    assert (twin.alias_of_id, twin.summary) == (source.pk, NEW)
    assert ' lang="fr">' in client.get(twin.url).content.decode()
    again = submit(editor, source, english)
    translate_all(editor, again)
    publish(editor, twin)
    twin = model.objects.get(pk=twin.pk)
    assert (twin.alias_of_id, twin.summary, twin.live) == (None, f"EN {NEW}", True)


@pytest.mark.parametrize("model", SNIPPET_TYPES, ids=label)
def test_the_whole_way_of_a_snippet(model, editor, english, french):
    source = model.objects.filter(locale=french).exclude(
        translation_key__in=model.objects.filter(locale=english).values("translation_key")
    ).first()
    assert source is not None
    translation = submit(editor, source, english)
    twin = source.get_translation(english)
    assert edit_url(twin) in editor.get(edit_url(source)).content.decode()
    translate_all(editor, translation)
    publish(editor, twin)
    twin.refresh_from_db()
    assert type(twin).objects.get(pk=twin.pk)
    done = translation.source.stringsegment_set.count()
    assert done
    print(label(model), twin, done)


def test_the_lists_of_a_language_show_that_language(english, client):
    for model in (model for model in PAGE_TYPES if issubclass(model, IndexPage)):
        index = example(model)
        twin = index.get_translation_or_none(english) or index.copy_for_translation(english)
        twin.save_revision().publish()
        there = model.listing.model.objects.live().filter(locale=english, alias_of=None)
        page = client.get(twin.get_url())
        shown = {shown.pk for shown in page.context["results"].page}
        everything = set(there.values_list("pk", flat=True))
        assert shown <= everything
        assert len(shown) == min(len(everything), model.listing.page_size)


def test_the_site_has_its_two_languages():
    assert set(Locale.objects.values_list("language_code", flat=True)) == {"fr", "en"}
    assert Page.objects.exists()
