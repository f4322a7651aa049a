"""Every type of page is submitted for translation, and published in English once translated."""

import pytest
from django.test import TestCase
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from community.pages import IndexPage
from home.models import HomePage
from tests.page_types import PAGE_TYPES, example, label

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

TRANSLATABLE = [model for model in PAGE_TYPES if model is not HomePage]


def translation_of(page, english) -> Translation:
    """Submit ``page`` with the pages above it, and translate every string."""
    for above in page.get_ancestors(inclusive=True).filter(depth__gt=2).specific():
        source, _made = TranslationSource.update_or_create_from_instance(above)
        translation, _made = Translation.objects.get_or_create(source=source, target_locale=english)
        for segment in source.stringsegment_set.all():
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=english,
                context=segment.context,
                defaults={"data": f"EN {segment.string.data}"},
            )
        with TestCase.captureOnCommitCallbacks(execute=True):
            translation.save_target(publish=True)
    return translation


@pytest.mark.parametrize("model", TRANSLATABLE, ids=label)
def test_a_page_is_translated_and_published_in_english(model, english, client):
    page = example(model)
    page.summary = "Un résumé."
    page.save_revision().publish()
    translation_of(page, english)
    twin = page.get_translation(english).specific
    assert isinstance(twin, model)
    assert twin.live
    assert twin.summary == "EN Un résumé."
    response = client.get(twin.get_url())
    assert response.status_code == 200
    html = response.content.decode()
    assert '<html lang="en"' in html
    assert twin.get_url().startswith("/en/")
    # Each version leads to the other.
    assert f'href="{page.get_url()}"' in html
    assert f'href="{twin.get_url()}"' in client.get(page.get_url()).content.decode()


@pytest.mark.parametrize("model", TRANSLATABLE, ids=label)
def test_an_editor_submits_a_page_and_nothing_shows_yet(model, editor, english, client):
    """A page submitted for translation is no French page under /en/."""
    page = example(model)
    if twin := page.get_translation_or_none(english):
        twin.delete()  # The demonstration has some pages in English.
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    assert editor.get(address).status_code == 200
    response = editor.post(address, {"locales": [english.pk], "include_subtree": ""})
    assert response.status_code == 302
    twin = page.get_translation(english)
    assert not twin.live
    assert editor.get(reverse("wagtailadmin_pages:edit", args=[twin.pk])).status_code == 200
    assert client.get(twin.url).status_code == 404
    assert twin.title not in client.get("/en/plan-du-site/").content.decode()


def test_the_lists_of_a_language_show_that_language(english, client):
    for model in (model for model in PAGE_TYPES if issubclass(model, IndexPage)):
        item = example(model.listing.model)
        translation_of(item, english)
        twin_of_index = example(model).get_translation(english)
        page = client.get(twin_of_index.get_url())
        shown = {shown.pk for shown in page.context["results"].page}
        there = model.listing.model.objects.live().filter(locale=english)
        everything = set(there.values_list("pk", flat=True))
        assert shown <= everything >= {item.get_translation(english).pk}
        assert len(shown) == min(len(everything), model.listing.page_size)


def test_the_site_has_its_two_languages():
    assert set(Locale.objects.values_list("language_code", flat=True)) == {"fr", "en"}
