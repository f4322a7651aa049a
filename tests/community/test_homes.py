"""What is remembered of the home pages follows what happens to sites, languages and pages."""

import pytest
from django.utils import translation
from wagtail.models import Page, Site

from community.pages import visible
from community.pages.homes import home_paths
from home.models import ContentPage, HomePage
from tests.page_types import example

pytestmark = pytest.mark.django_db


def homes(asked) -> set[int]:
    """Return the home pages that a visitor may see, as each request finds out."""
    return set(visible(asked(), HomePage, language="all").values_list("pk", flat=True))


@pytest.fixture
def french_home() -> HomePage:
    return example(HomePage)


@pytest.fixture
def english_home() -> HomePage:
    return example(HomePage, "en")


def test_both_languages_are_known(asked, french_home, english_home):
    assert homes(asked) == {french_home.pk, english_home.pk}


def test_an_unpublished_home_takes_its_language_away(asked, french_home, english_home, client):
    homes(asked)
    english_home.unpublish()
    assert homes(asked) == {french_home.pk}
    assert client.get("/en/").status_code == 404
    assert "/en/" not in client.get("/sitemap.xml").content.decode()
    english_home.save_revision().publish()
    assert homes(asked) == {french_home.pk, english_home.pk}


def test_a_deleted_home_is_forgotten(asked, site, french_home, english_home):
    # Of a small site: with the pages of the demonstration below it, that takes long.
    other = french_home.copy(update_attrs={"slug": "autre"}, copy_revisions=False, keep_live=True)
    twin = other.copy_for_translation(english_home.locale)
    twin.save_revision().publish()
    site.root_page = other
    site.save()
    assert homes(asked) == {other.pk, twin.pk}
    Page.objects.get(pk=twin.pk).delete()
    # Not found in the database either way: what is remembered says whether it is forgotten.
    assert [language for language, *_place in home_paths(site)] == ["fr"]


def test_a_site_that_changes_its_root_shows_the_other_tree(asked, site, french):
    homes(asked)
    other = HomePage(title="Une autre maison", slug="autre", locale=french)
    Page.get_first_root_node().add_child(instance=other)
    below = other.add_child(instance=ContentPage(title="Dedans", slug="dedans"))
    assert not visible(asked()).filter(pk=below.pk).exists()
    site.root_page = other
    site.save()
    assert homes(asked) == {other.pk}
    assert visible(asked()).filter(pk=below.pk).exists()


def test_a_site_added_later_is_served(asked, client, french):
    homes(asked)
    other = HomePage(title="Une autre maison", slug="autre", locale=french)
    Page.get_first_root_node().add_child(instance=other)
    Site.objects.create(hostname="autre.example", root_page=other)
    request = asked()
    request.META["HTTP_HOST"] = "autre.example"
    assert list(visible(request, HomePage)) == [other]


def test_a_home_page_that_is_moved_takes_its_pages_along(asked, site, french):
    root = Page.get_first_root_node()
    other = HomePage(title="Une autre maison", slug="autre", locale=french)
    root.add_child(instance=other)
    site.root_page = other
    site.save()
    assert homes(asked) == {other.pk}
    HomePage.objects.get(pk=other.pk).move(root, pos="first-child")
    assert homes(asked) == {other.pk}


def test_the_language_of_the_address_is_the_one_shown(client):
    for address, code in (("/", "fr"), ("/en/", "en"), ("/recherche/", "fr")):
        assert f'<html lang="{code}"' in client.get(address).content.decode()
    # The browser's preference does not change what stands at an address.
    french = client.get("/", headers={"Accept-Language": "en"})
    assert '<html lang="fr"' in french.content.decode()
    with translation.override("en"):
        assert '<html lang="fr"' in client.get("/").content.decode()
