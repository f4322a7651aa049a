"""Pages explain the terms that they use: those that anybody may read, as they are now."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from home.models import ContentPage
from methods.glossary import generation, lexicon
from methods.models import GlossaryIndexPage, GlossaryTermPage
from tests.page_types import example
from tests.queries import queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def zorglub() -> GlossaryTermPage:
    """A term that the demonstration does not know."""
    page = GlossaryTermPage(title="Zorglub", summary="Une bête que nul n’a vue.")
    return example(GlossaryIndexPage).add_child(instance=page)


@pytest.fixture
def page(zorglub) -> ContentPage:
    """A page that uses it twice."""
    text = "<p>Un zorglub, deux zorglubs.</p>"
    one = ContentPage(title="Un essai", body=[("paragraph", text), ("paragraph", text)])
    return example(ContentPage).get_parent().add_child(instance=one)


def links(client, page) -> int:
    """Return how often the page explains the term."""
    return client.get(page.get_url()).content.decode().count('data-definition="Une bête')


@pytest.mark.whatever_the_database
def test_the_first_use_is_explained_and_the_script_comes_with_it(client, page, zorglub):
    html = client.get(page.get_url()).content.decode()
    link = (
        f'<a class="term" href="{zorglub.get_url()}" data-definition="Une bête que nul n’a vue.">'
    )
    assert html.count(link) == 1
    assert f"Un {link}zorglub</a>, deux zorglubs" in html
    assert html.count("methods/js/terms.js") == 1
    zorglub.unpublish()
    assert "terms.js" not in client.get(page.get_url()).content.decode()


@pytest.mark.whatever_the_database
def test_an_editor_switches_it_off_for_a_page(client, page):
    page.explain_words = False
    page.save_revision().publish()
    assert links(client, page) == 0


@pytest.mark.whatever_the_database
def test_an_editor_switches_it_off_for_a_passage(client, page):
    page.body = [("paragraph", "<p><span data-plain>Un zorglub</span>, deux zorglubs.</p>")]
    page.save_revision().publish()
    assert "</span>, deux <a" in client.get(page.get_url()).content.decode()


@pytest.mark.whatever_the_database
def test_a_term_is_not_explained_on_its_own_page_nor_in_the_list(client, zorglub):
    zorglub.body = [("paragraph", "<p>Un zorglub.</p>")]
    zorglub.save_revision().publish()
    index = example(GlossaryIndexPage)
    index.body = [("paragraph", "<p>Un zorglub.</p>")]
    index.save_revision().publish()
    assert links(client, zorglub) == links(client, index) == 0


def test_what_changes_shows_at_once(client, page, zorglub):
    assert links(client, page) == 1
    zorglub.summary = "Une bête que l’on a vue."
    zorglub.save_revision().publish()
    assert "Une bête que l’on a vue." in client.get(page.get_url()).content.decode()
    zorglub.in_text = False
    zorglub.save_revision().publish()
    assert links(client, page) == 0
    zorglub.in_text = True
    zorglub.slug = "autre"
    zorglub.save_revision().publish()
    assert '/glossaire/autre/"' in client.get(page.get_url()).content.decode()
    zorglub.delete()
    assert links(client, page) == 0


def test_the_address_follows_the_glossary(
    client, page, zorglub, django_capture_on_commit_callbacks
):
    assert links(client, page) == 1
    index = example(GlossaryIndexPage)
    index.slug = "mots"
    with django_capture_on_commit_callbacks(execute=True):
        index.save_revision().publish()
    assert 'href="/mots/zorglub/"' in client.get(page.get_url()).content.decode()


def test_a_term_that_is_not_for_everybody_is_explained_to_nobody(client, editor, page, zorglub):
    restriction = PageViewRestriction.objects.create(page=zorglub, restriction_type="login")
    # Whoever asks first: what is kept in memory is for all.
    assert links(editor, page) == links(client, page) == 0
    restriction.delete()
    assert links(client, page) == 1


@pytest.mark.whatever_the_database
def test_another_process_is_told_by_the_cache(client, page, zorglub, monkeypatch):
    """A change made elsewhere leaves nothing in this process but another number in the cache."""
    assert links(client, page) == 1
    GlossaryTermPage.objects.filter(pk=zorglub.pk).update(in_text=False)
    assert links(client, page) == 1
    generation.bump()
    assert links(client, page) == 0


def test_terms_are_explained_in_the_language_of_the_page(client, page, english, zorglub):
    twin = zorglub.copy_for_translation(english)
    twin.title, twin.summary = "Zorglub", "A beast that nobody saw."
    twin.save_revision().publish()
    assert links(client, page) == 1
    assert "A beast" not in client.get(page.get_url()).content.decode()


def test_no_query_when_nothing_changed(client, page):
    with_terms = queries(client, page.get_url())
    page.explain_words = False
    page.save_revision().publish()
    assert queries(client, page.get_url()) == with_terms


def test_it_is_read_with_one_query_when_something_did(asked):
    lexicon.lexicon(asked())
    generation.bump()
    request = asked()
    with CaptureQueriesContext(connection) as captured:
        terms = lexicon.lexicon(request).terms
    assert len(terms) > 4
    assert sum("methods_glossarytermpage" in query["sql"] for query in captured) == 1
    with CaptureQueriesContext(connection) as captured:
        assert lexicon.lexicon(asked()).terms is terms
    assert not [query for query in captured if "glossary" in query["sql"]]


@pytest.mark.whatever_the_database
def test_the_passage_survives_the_editor():
    from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

    from community.blocks import rich_text_features

    converter = ContentstateConverter(features=rich_text_features())
    html = '<p data-block-key="a">Un <span data-plain="">zorglub</span> ici.</p>'
    state = converter.from_database_format(html)
    assert '"NO_DEFINITIONS"' in state
    assert converter.to_database_format(state) == html
