"""What the demonstration has in English is translated from the French, whole, and up to date."""

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from community.demo.translations import SHARED, catalogues
from community.models import Theme
from defis.models import DefiPage
from events.models import EditionPage
from home.models import HomePage, Menu
from methods.models import GlossaryTermPage, MethodPage
from tests.demonstration import load_demonstration
from tests.page_types import example

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

FILES = settings.BASE_DIR / "demo" / "translations" / "en"
PROMISED = {HomePage: 1, EditionPage: 1, DefiPage: 5, MethodPage: 10, GlossaryTermPage: 10}


@pytest.fixture
def translations(english) -> dict[int, Translation]:
    """The translations into English by the key of what was made of them."""
    known = Translation.objects.filter(target_locale=english, enabled=True)
    return {
        (type(twin), twin.pk): translation
        for translation in known.select_related("source", "target_locale")
        for twin in [translation.get_target_instance()]
    }


def sentences(source: TranslationSource) -> set[str]:
    return set(source.stringsegment_set.values_list("string__data", flat=True))


def test_every_sentence_has_its_english_and_no_english_is_stale(french):
    known = catalogues(FILES)
    shared = known.pop(SHARED)
    home = example(HomePage).url_path
    used, faults = set(), []
    for path, said in known.items():
        page = Page.objects.get(url_path=f"{home}{path}")
        asked = sentences(TranslationSource.objects.get_for_instance(page.specific))
        used |= asked
        faults += [f"{path}: no English for {text!r}" for text in asked - {*said, *shared}]
        faults += [f"{path}: nobody says {text!r} any more" for text in set(said) - asked]
    for model in (Menu, Theme):
        for snippet in model.objects.filter(locale=french):
            used |= sentences(TranslationSource.objects.get_for_instance(snippet))
    schemes = {text for theme in Theme.objects.all() for text in vars_of(theme.scheme)}
    faults += [f"nobody says {text!r} any more" for text in set(shared) - used - schemes]
    assert not faults, "\n".join(faults)


def vars_of(scheme) -> set[str]:
    return {scheme.name, scheme.slug, scheme.source}


def test_whatever_is_in_english_is_a_finished_translation(english, translations):
    there = Page.objects.filter(locale=english, depth__gt=1)
    assert there.filter(live=True, alias_of=None).count() == there.count()
    for page in there.specific():
        total, told = translations[type(page), page.pk].get_progress()
        assert total == told, page
        assert not page.has_unpublished_changes
    assert not StringTranslation.objects.filter(has_error=True).exists()
    for model, promised in PROMISED.items():
        assert model.objects.live().filter(locale=english).count() >= promised, model


def test_an_editor_finds_the_translation_and_not_a_page_made_apart(english, editor, client):
    page = example(MethodPage, "en")
    screen = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert b'data-props="{' in screen.content, "This is not the editor of translations."
    html = client.get(page.get_url()).content.decode()
    assert page.get_translation(example(MethodPage).locale).title not in html.split("<main")[1]


def test_the_menus_and_themes_are_in_english(client, english):
    html = BeautifulSoup(client.get("/en/").content.decode(), "html.parser")
    main = {link.get_text(strip=True): link["href"] for link in html.select(".menu__list a")}
    assert main["Toolbox"] == "/en/toolbox/"
    assert main["Resources"] == "/en/resources/"
    assert "Webinars" not in main, "Nobody has translated this page."
    footer = html.footer.get_text(" ", strip=True)
    assert "Accessibility: not compliant" in footer
    assert html.footer.find("a", href="/en/plan-du-site/")
    number = Theme.objects.exclude(locale=english).count()
    assert Theme.objects.filter(locale=english).count() == number > 0


def test_what_points_to_a_page_points_to_its_english_version(english):
    for defi in DefiPage.objects.filter(locale=english):
        assert defi.edition.locale == english
        assert {row.factor.locale for row in defi.obstacles.all() if row.factor} <= {english}


def test_an_editors_own_words_stay(english, editor, french):
    page = example(MethodPage, "en")
    page.title = "In my own words"
    page.save_revision().publish()
    before = StringTranslation.objects.count()
    load_demonstration()
    assert example(MethodPage, "en").title == "In my own words"
    assert StringTranslation.objects.count() == before


@pytest.mark.parametrize("model", [HomePage, DefiPage, MethodPage, Menu])
def test_what_is_submitted_is_what_wagtail_localize_would_submit(model, french):
    """The demonstration writes the segments at once; the library finds nothing to change."""
    one = model.objects.filter(locale=french).order_by("pk").first()
    source = TranslationSource.objects.get_for_instance(one)

    def kept() -> SimpleNamespace:
        return SimpleNamespace(
            **{
                name: set(getattr(source, name).values_list("pk", flat=True))
                for name in (
                    "stringsegment_set",
                    "templatesegment_set",
                    "relatedobjectsegment_set",
                    "overridablesegment_set",
                )
            }
        )

    before = kept()
    assert before.stringsegment_set
    source.refresh_segments()
    assert kept() == before
