"""The toolbox: how methods are found, all that a method says, and where it was used."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from wagtail.models import PageViewRestriction
from wagtail_localize.models import TranslationSource

from community.models import CommunityDocument, Temps
from defis.models import DefiMethod, DefiPage
from methods.models import (
    Accessible,
    Family,
    MethodFile,
    MethodIndexPage,
    MethodPage,
    MethodRole,
    MethodTemps,
    MethodTrial,
    RolePage,
)
from methods.wording import duration, people, span
from tests.page_types import example

pytestmark = pytest.mark.django_db


@pytest.fixture
def method() -> MethodPage:
    return example(MethodPage)


@pytest.mark.whatever_the_database
def test_the_families_are_offered_as_what_one_wants_to_do(client):
    results = client.get("/methodes/").context["results"]
    facet = next(found for found in results.facets if found.facet.name == "famille")
    assert [option.value for option in facet.options] == list(Family)
    assert sum(option.count for option in facet.options) == results.total


def test_a_method_serves_some_of_the_four_temps(client):
    results = client.get("/methodes/").context["results"]
    facet = next(found for found in results.facets if found.facet.name == "temps")
    assert [option.value for option in facet.options] == [str(temps) for temps in Temps]
    for temps in Temps:
        pages = client.get(f"/methodes/?temps={temps}").context["results"].page
        assert all(page.method_temps.filter(temps=temps).exists() for page in pages)


@pytest.mark.whatever_the_database
def test_a_name_an_aim_and_a_family_are_enough(client):
    index = example(MethodIndexPage)
    page = MethodPage(title="Le café", slug="cafe", summary="Se parler.", family=Family.INSPIRE)
    index.add_child(instance=page)
    page.full_clean()
    assert client.get(page.get_url()).status_code == 200


def test_it_says_which_defis_used_it_and_they_say_when(method, client):
    defi = example(DefiPage)
    MethodTrial.objects.all().delete()
    assert defi.get_url() not in client.get(method.get_url()).content.decode()
    defi.defi_methods.add(
        DefiMethod(method=method, temps=2, note="Sur une nappe en papier"),
        DefiMethod(method=method, note="Encore une fois"),
    )
    defi.save_revision().publish()
    assert f'href="{defi.get_url()}"' in client.get(method.get_url()).content.decode()
    response = client.get(defi.get_url())
    assert [group["temps"] for group in response.context["methods"]] == [2, None]
    html = response.content.decode()
    assert "Sur une nappe en papier" in html
    assert f'href="{method.get_url()}"' in html


def test_a_method_that_is_hidden_is_not_among_those_used(method, client):
    defi = example(DefiPage)
    defi.defi_methods.add(DefiMethod(method=method, temps=1, note="Un zorglub"))
    defi.save_revision().publish()
    method.unpublish()
    response = client.get(defi.get_url())
    assert response.context["methods"] == []
    assert "Un zorglub" not in response.content.decode()


def soup(response) -> BeautifulSoup:
    assert response.status_code == 200
    return BeautifulSoup(response.content.decode(), "html.parser")


def plain(text: object) -> str:
    return str(text).replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def full(method) -> MethodPage:
    """A method that says everything."""
    step = {"size": None, "instruction": "<p>Une idée par papier.</p>"}
    method.minutes_min, method.minutes_max = 30, 45
    method.people_min, method.people_max = 4, 12
    method.on_site, method.remote, method.hybrid = True, True, False
    method.before, method.during, method.after = True, False, False
    method.difficulty = 1
    method.use_when = [("item", "Au tout début")]
    method.avoid_when = [("item", "En plein conflit")]
    method.steps = [
        ("step", {**step, "title": "Écrire", "minutes": 20, "grouping": "alone"}),
        ("step", {**step, "title": "Trier", "minutes": 50, "grouping": "groups", "size": 4}),
    ]
    method.materials = [
        ("material", {"item": "Feutres", "quantity": 2, "per": "person"}),
        ("material", {"item": "Tableau", "quantity": 1, "per": "session"}),
    ]
    method.space = "Un mur libre"
    method.variants = [("variant", {"title": "À distance", "text": "<p>Un tableau partagé.</p>"})]
    method.tips, method.traps = [("item", "Un conseil")], [("item", "Un piège")]
    method.questions = [("item", "Qu’avez-vous appris ?")]
    method.method_roles = [MethodRole(role=example(RolePage), number=2)]
    method.method_temps = [MethodTemps(temps=2)]
    document = CommunityDocument.objects.create(
        title="Le canevas", file=ContentFile(b"a;b", name="canevas.csv")
    )
    method.method_files = [
        MethodFile(
            document=document,
            language="en",
            accessible=Accessible.PARTLY,
            text_alternative="Deux colonnes vides.",
        )
    ]
    method.save_revision().publish()
    return MethodPage.objects.get(pk=method.pk)


@pytest.mark.whatever_the_database
def test_the_page_says_all_that_it_knows(full, client):
    html = plain(client.get(full.get_url()).content.decode())
    role = example(RolePage)
    for words in (
        "30–45 min", "Au tout début", "En plein conflit", "Une idée par papier", "Feutres",
        "Un mur libre", "À distance", "Un tableau partagé", "Un conseil", "Un piège",
        "Qu’avez-vous appris", f'href="{role.get_url()}"', "Le canevas", "CSV",
        "Deux colonnes vides.", "jai-teste/",
    ):  # fmt: skip
        assert words in html, words


@pytest.mark.whatever_the_database
def test_the_steps_are_numbered_and_added_up(full, client):
    page = soup(client.get(full.get_url()))
    assert len(page.select("ol.steps > li")) == 2
    head = plain(page.select_one("section:has(> ol.steps) .section-head").get_text(" ", strip=True))
    assert "1 h 10" in head
    # More than the 45 minutes that were declared: the page says so.
    assert full.steps_differ
    assert "30–45 min" in head


@pytest.mark.whatever_the_database
def test_the_steps_that_keep_to_the_range_are_not_commented(full):
    full.minutes_max = 70
    assert not full.steps_differ
    full.minutes_max = None
    assert not full.steps_differ
    full.minutes_min = 90
    assert full.steps_differ


@pytest.mark.whatever_the_database
def test_the_file_can_be_fetched(full, client):
    link = soup(client.get(full.get_url())).find("a", string="Le canevas")
    assert link["hreflang"] == "en"
    assert client.get(link["href"]).status_code == 200


def test_a_role_that_is_hidden_is_not_named(full, client):
    role = example(RolePage)
    PageViewRestriction.objects.create(page=role, restriction_type="login")
    html = client.get(full.get_url()).content.decode()
    assert f'href="{role.get_url()}"' not in html


@pytest.mark.whatever_the_database
def test_what_is_missing_is_said(client):
    index = example(MethodIndexPage)
    page = MethodPage(title="Le café", slug="cafe", summary="Se parler.", family=Family.INSPIRE)
    index.add_child(instance=page)
    assert len(page.missing) == 6
    assert soup(client.get(page.get_url())).select_one(".notice--missing")


@pytest.mark.whatever_the_database
def test_machines_read_the_steps(full, client):
    block = soup(client.get(full.get_url())).find("script", type="application/ld+json")
    data = json.loads(block.string)
    assert data["@type"] == ["HowTo", "LearningResource"]
    assert data["totalTime"] == "PT70M"
    assert data["timeRequired"] == "PT30M"
    assert [step["position"] for step in data["step"]] == [1, 2]
    assert data["step"][0] == {
        "@type": "HowToStep",
        "position": 1,
        "name": "Écrire",
        "text": "Une idée par papier.",
        "timeRequired": "PT20M",
    }
    assert data["supply"] == [
        {"@type": "HowToSupply", "name": "Feutres"},
        {"@type": "HowToSupply", "name": "Tableau", "requiredQuantity": 1},
    ]


def test_the_neighbours_are_of_the_family_or_of_the_temps(full, client):
    found = client.get(full.get_url()).context["neighbours"]
    assert found.family and found.temps
    assert {method.family for method in found.family} == {full.family}
    for method in found.temps:
        assert method.family != full.family
        assert method.method_temps.filter(temps=2).exists()
    shown = [*found.family, *found.temps]
    assert full.pk not in {method.pk for method in shown}
    hidden = shown[0]
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    again = client.get(full.get_url()).context["neighbours"]
    assert hidden.pk not in {method.pk for method in [*again.family, *again.temps]}


@pytest.mark.whatever_the_database
def test_a_card_says_the_facts_in_a_line(full, client):
    html = soup(client.get("/methodes/?q=" + full.title))
    card = next(card for card in html.select(".card") if card.find("a", href=full.get_url()))
    facts = plain(card.get_text(" ", strip=True))
    assert "30–45 min · 4–12" in facts
    row = soup(client.get(f"/methodes/?vue=table&q={full.title}")).select_one("tbody tr")
    assert "30–45 min" in plain(row.get_text())


@pytest.mark.whatever_the_database
def test_two_ways_in_are_offered_until_something_is_asked(client):
    page = soup(client.get("/methodes/"))
    verbs = page.select(".starts .verbs a")
    assert len(verbs) == len(Family)
    for link in verbs:
        found = client.get(f"/methodes/{link['href']}").context["results"]
        assert str(found.total) in link.parent.small.get_text()
    assert len(page.select(".starts__temps a")) == len(Temps)
    assert not soup(client.get("/methodes/?temps=2")).select(".starts")


def test_a_facilitator_combines_what_the_session_is(client):
    query = "?duree=45&personnes=12&lieu=on_site&famille=understand"
    results = client.get(f"/methodes/{query}").context["results"]
    assert results.total
    for page in results.page:
        assert page.family == "understand" and page.on_site
        assert (page.minutes_min or 0) <= 45
        assert (page.people_min or 0) <= 12 <= (page.people_max or 12)


@pytest.mark.whatever_the_database
def test_every_statement_can_be_translated(full):
    source, _made = TranslationSource.update_or_create_from_instance(full)
    strings = {segment.string.data for segment in source.stringsegment_set.all()}
    for words in (
        "Au tout début", "En plein conflit", "Écrire", "Feutres", "Un mur libre", "À distance",
        "Un conseil", "Un piège", "Qu’avez-vous appris ?", "Deux colonnes vides.",
    ):  # fmt: skip
        assert words in strings, words
    assert any("Une idée par papier" in string for string in strings)


@pytest.mark.whatever_the_database
@pytest.mark.parametrize(
    ("minutes", "words"),
    [(None, ""), (0, ""), (5, "5 min"), (60, "1 h"), (65, "1 h 05"), (90, "1 h 30")],
)
def test_durations_are_said_in_words(minutes, words):
    assert plain(duration(minutes)) == words


@pytest.mark.whatever_the_database
def test_ranges_are_said_in_words():
    assert span(None, None, duration) == ""
    assert plain(span(30, 30, duration)) == "30 min"
    assert plain(span(30, 45, duration)) == "30–45 min"
    assert plain(span(45, 90, duration)).startswith("45 min")
    assert span(4, 12, people).startswith("4–12")
    assert span(4, None, people) != span(None, 4, people)
    assert people(1) != people(2)
