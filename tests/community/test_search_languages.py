"""Each language is searched as itself, on each database; what has no language in all of them."""

import pytest
from django.utils import translation
from modelsearch.backends import get_search_backend
from wagtail.models import Page

from community.models import CommunityDocument, Organisation, Person, Territory
from community.search.asking import asking
from community.search.query import scored, search_pages
from community.search.synonyms import SearchSynonyms, widening
from tests.searchable import ours


def found(text: str, pages=None) -> list[str]:
    """Return the titles of the pages that ``text`` finds in the active language."""
    return [page.title for page in search_pages(ours() if pages is None else pages, text)]


def test_pages_are_read_in_their_language_and_questions_in_the_active_one(create, english):
    romanian, _ = type(english).objects.get_or_create(language_code="ro")
    create("Planning cities", "What the mayors decided", locale=english)
    create("Orașele și serviciile lor", locale=romanian)
    create("Les villes décidées")
    assert found("ville décidé") == ["Les villes décidées"]
    # In French this is no plural of anything.
    assert found("city", ours().filter(locale=english)) == []
    with translation.override("en"):
        assert found("the mayor’s city and its plans") == ["Planning cities"]
        assert found("deciding", ours().filter(locale=english)) == ["Planning cities"]
        assert [step.name for step in asking(None, "city", exact=True).steps()] == ["all"]
    # In the administration, pages of every language are searched, with Wagtail's own methods.
    for typed in ("city", "villes", "cities decide", "ville"):
        assert ours().search(typed).count() == 1, typed
    assert [page.title for page in ours().autocomplete("orasel")] == ["Orașele și serviciile lor"]


def test_a_language_of_the_settings_needs_no_code(create, english, settings):
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES = [
        ("fr", "français"),
        ("en", "English"),
        ("ro", "română"),
    ]
    romanian, _ = type(english).objects.get_or_create(language_code="ro")
    create("Orașele și serviciile lor", locale=romanian)
    with translation.override("ro"):
        assert found("orase serviciilor") == ["Orașele și serviciile lor"]
    assert ours().search("orase").count() == 1


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_has_no_language_is_found_in_each(db, language):
    document = CommunityDocument(title="Guide to planning cities, guide des villes citoyennes")
    document.file.name = "guide.odt"
    document.save()
    get_search_backend().add(document)
    typed = {"fr": ("guides ville citoyens",), "en": ("city plans", "guide")}[language]
    with translation.override(language):
        for text in typed:
            assert document in search_pages(CommunityDocument.objects.all(), text), text


def test_names_count_as_titles_and_are_found_as_people_write_them(create):
    create("Autre chose", "Il fut dit un mot des Quix-sur-Étang. " * 5)
    objects = [
        Territory(name="Île-de-Quix (L’)", kind="commune", code="00000"),
        Territory(name="Les Quix-sur-Étang", kind="commune", code="00001"),
        Territory(name="Saint-Quix-en-Iași", kind="commune", code="00002"),
        Organisation(name="Service quixéen de probation", acronym="S.Q.P."),
        Person(given_name="Zoé", family_name="Quix-Đorđe"),
    ]
    for one in objects:
        one.save()
        get_search_backend().add(one)
    isle, pond, saint, service, person = objects
    for text, wanted in (
        ("l'ile de quix", isle),
        ("ile de quix", isle),
        ("iledequix", isle),
        ("les quix sur etang", pond),
        ("quix-sur-étang", pond),
        ("quix etang", pond),
        ("st quix en Iasi", saint),
        ("ST-QUIX", saint),
        ("sqp", service),
        ("services quixeens", service),
        ("zoe quix dorde", person),
    ):
        results = list(search_pages(type(wanted).objects.all(), text))
        assert wanted in results, text
        assert len(results) == 1 or wanted is not saint, text
    [page] = scored(ours(), "quix étang")
    assert scored(Territory.objects.all(), "quix étang").get().score > page.score


def test_synonyms_work_in_each_language_with_several_words_both_ways(create, english):
    create("Public service", locale=english)
    create("The civic platforms of towns", locale=english)
    create("Service pénitentiaire d’insertion et de probation")
    create("Le SPIP")
    with translation.override("en"):
        known = SearchSynonyms([["public services", "civic platform"]])
        both = {"Public service", "The civic platforms of towns"}
        for text in ("public service", "civic platforms"):
            pages = search_pages(ours(), text, widening(text, [known]))
            assert {page.title for page in pages} == both
    known = SearchSynonyms([["SPIP", "Service pénitentiaire d’insertion et de probation"]])
    for text in ("spip", "S.P.I.P.", "services pénitentiaires insertion probation"):
        pages = list(search_pages(ours(), text, widening(text, [known])))
        assert len(pages) == 2, text
    known = SearchSynonyms([["co-construction", "participation"]])
    for text in ("coconstruction", "co construction", "Co-constructions"):
        assert widening(text, [known]).also == ("participation",), text
    assert isinstance(pages[0], Page)
