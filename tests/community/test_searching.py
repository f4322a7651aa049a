"""What is published is found, whatever the type of page."""

import pytest

from community.pages import SUMMARY_LENGTH
from tests.page_types import PAGE_TYPES, example, label

pytestmark = pytest.mark.django_db

every_type = pytest.mark.parametrize("model", PAGE_TYPES, ids=label)


def hits(client, words: str) -> list[str]:
    """Return the titles of the pages that the search page shows for these very ``words``."""
    response = client.get("/recherche/", {"q": words, "exact": "1"})
    assert response.status_code == 200
    return [page.title for page in response.context["page_of_results"]]


@every_type
def test_a_page_is_found_by_its_title_its_summary_and_its_tags(model, client):
    page = example(model)
    page.title = "Le zorglub"
    page.summary = "Il craint la xylophagie."
    page.tags.add("quinquet")
    page.save_revision().publish()
    for word in ("zorglub", "xylophagies", "quinquets"):
        assert hits(client, word) == ["Le zorglub"], word


def test_every_field_of_a_defi_is_searched(client):
    for word, short_name in (
        ("plancton", "La Glacière"),  # a stakeholder
        ("authenticité", "La Glacière"),  # a lever
    ):
        found = client.get("/recherche/", {"q": word}).context["page_of_results"]
        assert short_name in [getattr(page.specific, "short_name", "") for page in found]


def test_a_page_of_results_says_how_many_there_are(client):
    first = client.get("/recherche/", {"q": "un"})
    number = first.context["page_of_results"].paginator.count
    assert number > 20
    assert str(number) in first.content.decode()
    second = client.get("/recherche/", {"q": "un", "page": "2"})
    shown = [page.pk for page in first.context["page_of_results"]]
    assert not {page.pk for page in second.context["page_of_results"]} & set(shown)
    assert "q=un" in second.content.decode()


def test_nothing_asked_nothing_found(client):
    for words in ("", " ", "…", "zorglub"):
        response = client.get("/recherche/", {"q": words})
        assert response.status_code == 200
        assert response.context["page_of_results"].paginator.count == 0


def test_each_language_finds_its_own_pages(client):
    french = hits(client, "innovation")
    page = client.get("/en/recherche/", {"q": "défis"})
    assert page.status_code == 200
    assert not set(french) & {hit.title for hit in page.context["page_of_results"]}


def test_summaries_are_cut_in_the_form_not_by_the_reader():
    for model in PAGE_TYPES:
        assert model._meta.get_field("summary").max_length == SUMMARY_LENGTH
