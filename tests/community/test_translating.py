"""Every type of page and of snippet goes the whole way of a translation, and back."""

from uuid import uuid4

import pytest
from django.test import TestCase
from django.urls import reverse
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import cleanup_translation_on_delete

from community.pages import IndexPage
from defis.models import DefiPage, PrototypePage
from events.models import EditionPage, SessionPage
from home.models import ContentPage, HomePage
from methods.models import MethodPage, ReferenceIndexPage, ReferencePage
from tests.filling import filled, page_form
from tests.page_types import PAGE_TYPES, example, label
from tests.translating import edit_url, publish, sent_back, submitted, texts, translate_all

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

SNIPPET_TYPES = sorted(
    (model for model in get_snippet_models() if issubclass(model, TranslatableMixin)),
    key=lambda model: model._meta.label,
)
#: Not for readers, or made of what is.
MADE_OF_IT = {"sort_title", "draft_title", "author_order"}
NEW = "Un résumé tout neuf."
#: Given up and taken up again: with rows of its own, with keys to pages, with much below, a list.
GIVEN_UP = {DefiPage, EditionPage, HomePage, MethodPage, PrototypePage, ReferenceIndexPage}
GIVEN_UP |= {ReferencePage, SessionPage}


def without_english(model, english):
    """Return a live example of ``model`` without English version: a copy when all have one.

    The home page of the site cannot be another: its English version is set aside. To delete a
    version with all that stands below it would take longer than the whole test.
    """
    page = example(model)
    there = model.objects.filter(locale=english).values("translation_key")
    alone = model.objects.live().filter(locale=page.locale).exclude(translation_key__in=there)
    if found := alone.order_by("path").first():
        return found
    if model is HomePage:
        former = page.get_translation(english)
        cleanup_translation_on_delete(former)
        Page.objects.filter(pk=former.pk).update(translation_key=uuid4(), live=False)
        return page
    changes = {"slug": "sans-version", "title": f"{page.title} (bis)"}
    if hasattr(page, "number"):
        changes["number"] = 900
    return page.copy(update_attrs=changes, copy_revisions=False, keep_live=True)


def full_source(model, english, user):
    """Publish an example of ``model`` with something in each field, row and block.

    It has no English version: the demonstration may have made one.
    """
    page = without_english(model, english)
    values = {"slug": page.slug, "title": page.title}
    if hasattr(page, "number"):
        values["number"] = str(page.number)
    form = page_form(page, user, page.get_parent())
    data = {**filled(form, **values), "seo_title": "Un titre pour les moteurs"}
    form = type(form)(data, instance=page, parent_page=page.get_parent(), for_user=user)
    assert form.is_valid(), form.errors
    form.save(commit=False).save_revision().publish()
    return model.objects.get(pk=page.pk)


@pytest.mark.parametrize("model", PAGE_TYPES, ids=label)
def test_the_whole_way_of_a_page(model, account, english, editor, client):
    user = account("editor")
    source = full_source(model, english, user)

    # Submitted: a draft, and no French page under /en/.
    translation = submitted(source, english, user)
    twin = model.objects.get(pk=source.get_translation(english).pk)
    assert not twin.live
    assert client.get(f"/en{source.url}").status_code == 404

    # Translated, each text of it; a reference is cited in the language of its work.
    assert source.summary in translate_all(translation)
    twin = publish(translation, user)
    left = {name for name, text in texts(twin) if "EN " not in text} - MADE_OF_IT
    assert model is ReferencePage or not left
    assert model is not ReferencePage or twin.title == source.title
    html = client.get(twin.url).content.decode()
    assert '<html lang="en"' in html
    assert f'href="{source.url}"' in html
    assert f'href="{twin.url}"' in client.get(source.url).content.decode()

    # The source changes: only what is new is asked again, and nothing comes out meanwhile.
    source.summary = NEW
    source.save_revision().publish()
    translation.source.update_from_db()
    assert model.objects.get(pk=twin.pk).summary == twin.summary != f"EN {NEW}"
    assert translate_all(translation) == [NEW]
    assert publish(translation, user).summary == f"EN {NEW}"

    if model in GIVEN_UP:
        check_given_up(source, twin, english, user, editor, client)


def check_given_up(source, twin, english, user, editor, client):
    """Given up: an alias, marked as French. Taken up again: what was said is remembered."""
    model = type(source)
    address = reverse("wagtail_localize:convert_to_alias", args=[twin.pk])
    assert editor.post(address).status_code == 302
    alias = model.objects.get(pk=twin.pk)
    assert (alias.alias_of_id, alias.summary) == (source.pk, NEW)
    assert ' lang="fr">' in client.get(alias.url).content.decode()
    again = submitted(source, english, user)
    assert translate_all(again) == []
    assert not model.objects.get(pk=twin.pk).live
    twin = publish(again, user)
    assert (twin.pk, twin.alias_of_id, twin.summary) == (alias.pk, None, f"EN {NEW}")


def test_the_whole_way_through_the_screens(account, editor, english, client):
    """What the buttons do, one after the other, on one page."""
    source = full_source(ContentPage, english, account("editor"))
    submit = reverse("wagtail_localize:submit_page_translation", args=[source.pk])
    assert submit in editor.get(edit_url(source)).content.decode()
    assert editor.get(submit).status_code == 200
    assert editor.post(submit, {"locales": [english.pk], "include_subtree": ""}).status_code == 302
    twin = source.get_translation(english)
    translation = submitted(source, english, account("editor"))
    # From a version to the other.
    assert edit_url(twin) in editor.get(edit_url(source)).content.decode()

    # A first part, which the preview shows with the rest as it is.
    segment = translation.source.stringsegment_set.get(context__path="summary")
    names = [translation.pk, segment.pk]
    address = reverse("wagtail_localize:edit_string_translation", args=names)
    said = f"value=EN {source.summary}"
    editor.put(address, said, content_type="application/x-www-form-urlencoded")
    preview = reverse("wagtail_localize:preview_translation", args=[translation.pk])
    shown = editor.get(preview).content.decode()
    assert f"EN {source.summary}" in shown
    assert source.title in shown
    sent_back(editor, translation)
    with TestCase.captureOnCommitCallbacks(execute=True):
        editor.post(edit_url(twin), {"action": "publish"})
    assert client.get(source.get_translation(english).url).status_code == 200

    # An update comes out by itself only when one asks for it.
    update = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    assert update in editor.get(edit_url(source)).content.decode()
    assert not editor.get(update).context["form"]["publish_translations"].value()
    source.summary = NEW
    source.save_revision().publish()
    assert editor.post(update, {}).status_code == 302
    total, done = translation.get_progress()
    assert done == total - 1
    assert NEW not in client.get(source.get_translation(english).url).content.decode()

    # Edited by itself from now on, then translated again.
    stop = reverse("wagtail_localize:stop_translation", args=[translation.pk])
    assert editor.post(stop, {"next": edit_url(twin)}).status_code == 302
    assert 'name="summary"' in editor.get(edit_url(twin)).content.decode()
    editor.post(edit_url(twin), {"localize-restart-translation": "1"})
    assert 'name="summary"' not in editor.get(edit_url(twin)).content.decode()


@pytest.mark.parametrize("model", SNIPPET_TYPES, ids=label)
def test_the_whole_way_of_a_snippet(model, account, editor, english, french):
    there = model.objects.filter(locale=english).values("translation_key")
    source = model.objects.filter(locale=french).exclude(translation_key__in=there).first()
    source = source or model.objects.filter(locale=french).first()
    names = [source._meta.app_label, source._meta.model_name, source.pk]
    address = reverse("wagtail_localize:submit_snippet_translation", args=names)
    if not source.has_translation(english):
        assert editor.post(address, {"locales": [english.pk]}).status_code == 302
    translation = submitted(source, english, account("editor"))
    twin = source.get_translation(english)
    assert edit_url(twin) in editor.get(edit_url(source)).content.decode()
    translate_all(translation)
    assert editor.post(edit_url(twin), {"action": "publish"}).status_code == 302
    total, done = translation.get_progress()
    assert done == total > 0
    twin.refresh_from_db()
    assert (twin.locale, str(twin)) != (french, str(source))


def test_the_lists_of_a_language_show_that_language(english, client):
    for model in (model for model in PAGE_TYPES if issubclass(model, IndexPage)):
        index = example(model)
        twin = index.get_translation_or_none(english) or index.copy_for_translation(english)
        twin.save_revision().publish()
        there = model.listing.model.objects.live().filter(locale=english, alias_of=None)
        page = client.get(twin.get_url())
        shown = {shown.pk for shown in page.context["results"].page}
        assert shown <= set(there.values_list("pk", flat=True))
        assert len(shown) == min(there.count(), model.listing.page_size)


def test_the_site_has_its_two_languages():
    assert set(Locale.objects.values_list("language_code", flat=True)) == {"fr", "en"}
