"""A method on paper: all that a facilitator needs, for those who may see it."""

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.blocks import StructValue
from wagtail.models import PageViewRestriction
from wagtail.rich_text import RichText

from community.models import Licence
from community.printing import stream
from methods.models import Family, MethodIndexPage, MethodPage
from methods.models.relations import MethodRole
from methods.models.role import RolePage
from tests.page_types import example
from tests.pdf import Read
from tests.queries import queries

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]


@pytest.fixture
def method() -> MethodPage:
    """A method that says everything."""
    page = example(MethodPage)
    page.minutes_min, page.minutes_max = 45, 90
    page.people_min, page.people_max = 4, None
    page.on_site, page.remote = True, False
    step = {"title": "Écrire seul", "minutes": 5, "grouping": "alone", "size": None}
    group = {"title": "Trier", "minutes": 70, "grouping": "groups", "size": 4}
    page.steps = [
        ("step", {**step, "instruction": "<p>Une idée par <b>papier</b> !</p>"}),
        ("step", {**group, "instruction": '<p>Voir <a linktype="page" id="0">rien</a>.</p>'}),
    ]
    page.materials = [("material", {"item": "Feutre", "quantity": 2, "per": "person"})]
    page.tips = [("item", "Un conseil")]
    page.traps = [("item", "Un piège")]
    page.use_when = [("item", "Au début")]
    page.variants = [("variant", {"title": "À distance", "text": "<p>Un tableau.</p>"})]
    page.questions = [("item", "Qu’avez-vous appris ?")]
    page.space = "Un mur libre"
    page.licence = Licence.CC_BY_SA
    page.source_title, page.adapted_from_title = "Un bilan", "Une autrice, Un jeu"
    page.method_roles.add(MethodRole(role=example(RolePage), number=2))
    page.save_revision().publish()
    return page


def card(client, page) -> Read:
    response = client.get(f"{page.get_url()}fiche.pdf")
    assert response.status_code == 200
    assert response["Content-Disposition"] == f'inline; filename="{page.slug}.pdf"'
    return Read(response.content)


def test_the_card_says_all_that_one_needs_to_lead_it(method, client):
    found = card(client, method)
    assert found.size() == (148, 210)
    assert found.title == method.title and found.language == "fr-FR"
    text = found.text().replace("\u202f", " ").replace("\u00a0", " ")
    role = example(RolePage)
    for words in (
        *(method.title, method.summary.split(",")[0], "45 min", "1 h 30", "4", "Écrire seul"),
        *("5 min", "1 h 10", "1 h 15", "Une idée par papier !", "Feutre", "Un conseil", "Un piège"),
        *("Au début", "À distance", "Un tableau.", "Qu’avez-vous appris ?", "Un mur libre"),
        *("Un bilan", "Une autrice, Un jeu", "BY-SA 4.0", f"{role.title} × 2"),
        method.get_full_url().partition("://")[2],
    ):
        assert words in text, words
    assert all(found.fonts().values())
    assert all(min(found.margins(page)) > 6 for page in range(len(found)))


def test_a_method_that_says_little_has_a_card_too(client):
    page = MethodPage(title="Le café", slug="cafe", summary="Se parler.", family=Family.INSPIRE)
    example(MethodIndexPage).add_child(instance=page)
    found = card(client, page)
    assert len(found) == 1 and "Se parler." in found.text()


def test_a_small_card_has_the_titles_of_the_steps_only(method, client):
    response = client.get(f"{reverse('booklet_small_cards')}?pages={method.pk}")
    text = Read(response.content).text().replace("\u00a0", " ")
    assert "Écrire seul" in text and "Trier" in text and "5 min" in text
    assert "Une idée par" not in text
    assert "BY-SA 4.0" in text and "Un bilan" in text


def test_the_card_stands_at_the_address_of_the_page(method, client):
    html = BeautifulSoup(client.get(method.get_url()).content.decode(), "html.parser")
    link = html.select_one(".tools a[type='application/pdf']")["href"]
    assert link == f"{method.get_url()}fiche.pdf"
    first = client.get(link)
    assert first["Link"] == f'<{method.get_full_url()}>; rel="canonical"'
    again = client.get(link, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    method.tips = [("item", "Un autre conseil")]
    method.save_revision().publish()
    assert client.get(link, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_no_card_of_what_cannot_be_seen(method, client, editor):
    address = f"{method.get_url()}fiche.pdf"
    PageViewRestriction.objects.create(page=method, restriction_type="login")
    assert client.get(address).status_code == 404
    allowed = editor.get(address)
    assert allowed.status_code == 200
    assert "private" in allowed["Cache-Control"]
    PageViewRestriction.objects.all().delete()
    method.unpublish()
    assert client.get(address).status_code == 404
    for path in ("fiche.pdf", "methodes/fiche.pdf", "zorglub/fiche.pdf", "recherche/fiche.pdf"):
        assert client.get(f"/{path}").status_code == 404


def test_a_role_that_is_hidden_is_not_printed(method, client):
    role = example(RolePage)
    PageViewRestriction.objects.create(page=role, restriction_type="login")
    assert role.title not in card(client, method).text()


def test_a_card_costs_few_queries(method, client):
    assert queries(client, f"{method.get_url()}fiche.pdf") <= 15, client.report


def test_a_page_without_a_sheet_of_its_own_prints_what_was_written(client):
    role = example(RolePage)
    text = card(client, role).text().replace("\u202f", " ").replace("\u00a0", " ")
    assert role.before[0].value[:15] in text and role.skills[0].value[:15] in text


def test_a_block_that_points_to_a_page_does_not_name_it(method):
    hidden = StructValue(None, {"page": method, "note": "Une note", "text": RichText("<p>Oui</p>")})
    value = [SimpleNamespace(block_type="related", value=hidden)]
    assert [block["runs"][0]["text"] for block in stream(value)] == ["Une note", "Oui"]
