"""The run sheet on paper: everything that the facilitator needs, tagged, with no account."""

import pytest

from methods.models import ModelSessionPage
from tests.junk import JUNK, query_of
from tests.page_types import example
from tests.pdf import Read

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

QUERY = (
    "?v=1&duree=60&personnes=13&famille=understand&lieu=on_site&debut=09:00&titre=Jeudi+matin"
    "&e=ouverture.10&e=methode.35.cinq-pourquoi&e=pause.5&e=cloture.10&n1=Des+feutres%0AEt+du+papier"
)


def test_the_run_sheet_as_pdf(client):
    response = client.get(f"/composer/deroule.pdf{QUERY}")
    assert response["Content-Type"] == "application/pdf"
    assert "jeudi-matin.pdf" in response["Content-Disposition"]
    paper = Read(response.content)
    text = paper.text()
    for words in ("Jeudi matin", "09:00", "09:45", "Cinq pourquoi", "Des feutres", "Et du papier"):
        assert words in text
    assert "60" in text
    assert paper.title == "Jeudi matin"
    assert paper.language.startswith("fr")


def test_it_is_offered_on_the_run_sheet_with_the_cards_of_its_methods(client):
    html = client.get(f"/composer/deroule/{QUERY}").content.decode()
    assert "/composer/deroule.pdf?" in html
    assert "/carnet/fiches.pdf?pages=" in html


def test_without_a_session_there_is_nothing_to_print(client):
    assert client.get("/composer/deroule.pdf").status_code == 302


def test_a_session_too_long_for_an_address_is_printed_from_its_form(client):
    notes = "&".join(f"n{place}={'e' * 780}" for place in range(6))
    items = "&e=pause.10" * 6
    response = client.post(
        "/composer/deroule.pdf",
        QUERY[1:] + items + "&" + notes,
        "application/x-www-form-urlencoded",
    )
    assert response["Content-Type"] == "application/pdf"


@pytest.mark.parametrize("junk", sorted(JUNK))
def test_junk(junk, client):
    names = ["duree", "personnes", "titre", "e", "n0", "t0", "debut"]
    query = f"?e=pause.10&e=methode.10&{query_of(names, JUNK[junk])}"
    assert client.get(f"/composer/deroule.pdf{query}").status_code == 200


def test_a_model_session_has_a_card(client):
    page = example(ModelSessionPage)
    paper = Read(client.get(f"{page.get_url()}fiche.pdf").content)
    words = " ".join(paper.text().split())
    assert page.title in words
    assert "Cinq pourquoi" in words
