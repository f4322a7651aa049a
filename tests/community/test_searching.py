"""What is published is found, whatever the type of page."""

import pytest

from community.pages import SUMMARY_LENGTH
from defis.models import DefiPage
from tests.page_types import PAGE_TYPES, example, label

pytestmark = pytest.mark.django_db

every_type = pytest.mark.parametrize("model", PAGE_TYPES, ids=label)


def hits(client, words: str, **asked: str) -> list[str]:
    """Return the titles of what the search shows for these very ``words``, in order."""
    response = client.get("/recherche/", {"q": words, "exact": "1", "format": "json", **asked})
    assert response.status_code == 200
    return [result["title"] for result in response.json()["results"]]


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
    glaciere = DefiPage.objects.get(short_name="La Glacière", locale__language_code="fr")
    for word in ("plancton", "authenticité"):  # a stakeholder, a lever
        assert glaciere.title in hits(client, word)


def test_a_page_of_results_says_how_many_there_are(client):
    first = client.get("/recherche/", {"q": "un", "format": "json"}).json()
    assert first["count"] > 20 and len(first["results"]) == 20
    second = client.get("/recherche/", {"q": "un", "page": "2"})
    shown = second.content.decode()
    assert f"{first['count']} résultats pour" in shown and "q=un" in shown
    on_second = {one.result.url for one in second.context["answer"].others}
    assert on_second and not on_second & {result["url"] for result in first["results"]}
    last = client.get("/recherche/", {"q": "un", "page": "999999", "format": "json"}).json()
    assert last["page"] == last["pages"] and last["results"]


def test_nothing_asked_nothing_found(client):
    for words in ("", " ", "…", "zorglub"):
        assert hits(client, words) == []
        assert client.get("/recherche/", {"q": words}).status_code == 200


def test_each_language_finds_its_own_pages(client):
    french = client.get("/recherche/", {"q": "innovation", "format": "json"}).json()
    english = client.get("/en/recherche/", {"q": "innovation", "format": "json"}).json()
    assert french["results"] and english["results"]
    assert all(not result["url"].startswith("/en/") for result in french["results"])
    # A file is the same in every language.
    addresses = [result["url"] for result in english["results"]]
    assert all(address.startswith(("/en/", "/documents/")) for address in addresses)


def test_summaries_are_cut_in_the_form_not_by_the_reader():
    for model in PAGE_TYPES:
        assert model._meta.get_field("summary").max_length == SUMMARY_LENGTH
