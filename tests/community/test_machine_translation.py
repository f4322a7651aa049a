"""A machine translates when an editor asks, if the site names one; its failures are told."""

from unittest import mock

import pytest
import requests
from django.test import Client
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from home.models import ContentPage, HomePage
from tests.page_types import example

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

LIBRE = {
    "CLASS": "community.translators.services.LibreTranslate",
    "OPTIONS": {"LIBRETRANSLATE_URL": "https://lt.example.org", "API_KEY": "key", "TIMEOUT": 5},
}
DEEPL = {
    "CLASS": "community.translators.services.DeepL",
    "OPTIONS": {"AUTH_KEY": "key:fx", "TIMEOUT": 5},
}


@pytest.fixture
def translation(english) -> Translation:
    """A page that waits for its English."""
    home = example(HomePage)
    page = home.add_child(instance=ContentPage(title="Une page", slug="une", summary="En bref."))
    source, _made = TranslationSource.update_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=english)
    translation.save_target(publish=False)
    return translation


def answering(payload: object) -> mock.Mock:
    response = mock.Mock(status_code=200)
    response.json.return_value = payload
    return mock.patch("requests.post", return_value=response)


def ask(editor: Client, translation: Translation):
    page = translation.get_target_instance()
    back = reverse("wagtailadmin_pages:edit", args=[page.pk])
    address = reverse("wagtail_localize:machine_translate", args=[translation.pk])
    return editor.post(address, {"next": back}, follow=True)


def test_there_is_no_button_without_a_service(translation, editor, settings):
    page = translation.get_target_instance()
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    offered = reverse("wagtail_localize:machine_translate", args=[translation.pk])
    assert settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR is None
    assert offered not in editor.get(edit).content.decode()
    assert editor.post(offered).status_code == 404
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = LIBRE
    html = editor.get(edit).content.decode()
    assert offered in html
    assert "LibreTranslate" in html


@pytest.mark.parametrize("service", [LIBRE, DEEPL], ids=["libretranslate", "deepl"])
def test_what_it_answers_is_kept_as_of_a_machine(service, translation, editor, settings):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = service
    number = len({one.string_id for one in translation.source.stringsegment_set.all()})
    words = [f"Word {one}" for one in range(number)]
    payload = {"translatedText": words, "translations": [{"text": word} for word in words]}
    with answering(payload):
        assert ask(editor, translation).status_code == 200
    made = StringTranslation.objects.filter(locale=translation.target_locale, data__in=words)
    assert {one.translation_type for one in made} == {"machine"}
    # Nothing goes out by itself.
    assert not translation.get_target_instance().live


@pytest.mark.parametrize("service", [LIBRE, DEEPL], ids=["libretranslate", "deepl"])
def test_a_failure_is_a_sentence(service, translation, editor, settings):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = service
    refused = answering({"message": "Quota Exceeded"})
    silent = mock.patch("requests.post", side_effect=requests.ConnectTimeout)
    for failing in (refused, silent):
        with failing:
            response = ask(editor, translation)
        assert response.status_code == 200
        told = [str(message) for message in response.context["messages"]]
        assert len(told) == 1
        assert service["CLASS"].rpartition(".")[2] in told[0]
    assert not StringTranslation.objects.filter(translation_type="machine").exists()
