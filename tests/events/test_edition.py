"""An edition: its names, its phase, its sites, its figures."""

import pytest
from django.core.exceptions import ValidationError

from community.models import CommunityImage, Figure, Organisation
from defis.models import DefiPage, PrototypePage
from events.models import CampusPage, EditionIndexPage, EditionPage, ReportPage
from events.sections import now
from home.models import NewsPage
from tests.page_types import example
from tests.queries import queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition() -> EditionPage:
    return EditionPage.objects.get(year=2018, locale__language_code="fr")


def test_the_page_shows_its_sites_and_its_other_names(edition, client):
    response = client.get(edition.get_url())
    html = response.content.decode()
    campuses = list(CampusPage.objects.child_of(edition))
    assert set(response.context["campuses"]) == set(campuses)
    for campus in campuses:
        assert f'href="{campus.get_url()}"' in html
    for name in edition.other_names:
        assert str(name.value) in html
    assert edition.motto in html


def test_the_latest_edition_comes_first(client):
    results = client.get("/editions/").context["results"]
    assert [page.year for page in results.page] == [2019, 2018, 2017, 2016]
    oldest = client.get("/editions/?tri=ancien").context["results"]
    assert [page.year for page in oldest.page] == [2016, 2017, 2018, 2019]


@pytest.mark.parametrize("year", [1999, 2101, -1])
def test_a_year_stands_within_reason(edition, year):
    edition.year = year
    with pytest.raises(ValidationError) as refused:
        edition.full_clean()
    assert "year" in refused.value.error_dict


def test_an_edition_is_called_by_its_short_name_or_its_year(edition):
    edition.short_name = ""
    assert edition.name == "2018"
    edition.short_name = "UEIP 3"
    assert edition.name == "UEIP 3"


def test_a_site_stands_below_an_edition_alone():
    assert CampusPage.allowed_parent_page_models() == [EditionPage]
    assert EditionPage.allowed_parent_page_models() == [EditionIndexPage]
    assert EditionIndexPage.allowed_subpage_models() == [EditionPage]


def test_an_edition_in_progress_is_found_by_its_phase(edition, client):
    edition.phase = "during"
    edition.save_revision().publish()
    found = client.get("/editions/?phase=during").context["results"]
    assert list(found.page) == [edition]
    assert example(EditionIndexPage).get_url() == "/editions/"


def test_the_source_of_each_figure_is_shown(edition, client):
    html = client.get(edition.get_url()).content.decode()
    for figure in edition.figures.all():
        assert figure.measure.split()[0] in html
        assert figure.source_title.partition(" (")[0] in html.replace("&#x27;", "'")


def test_rival_figures_stand_together_beside_what_is_recorded_here(edition, client):
    """1,057 and 1,070 do not count the same people; 70 défis are claimed, 14 are here."""
    html = client.get(edition.get_url()).content.decode()
    figures = html[html.index('id="figures"') :].replace("\u202f", "").replace("\xa0", "")
    people, _mark, rest = figures.partition("</ul>")
    assert all(number in people for number in ("1057", "1070", "1000"))
    assert "présentés à côté" in people
    assert "240 co-conceptrices" in people
    assert 'href="/defis/?edition=2018"' in rest
    assert 'href="/prototypes/?edition=2018"' in rest
    assert ">14</strong>" in rest
    assert ">66</strong>" in rest

    # What the visitor may not see is not counted.
    DefiPage.objects.first().unpublish()
    PrototypePage.objects.update(live=False)
    html = client.get(edition.get_url()).content.decode()
    assert ">13</strong>" in html
    assert ">66</strong>" not in html
    assert "/prototypes/?edition" not in html
    rennes = CampusPage.objects.get(slug="rennes", locale__language_code="fr")
    assert (
        'href="/defis/?edition=2018&amp;site=rennes"'
        in client.get(rennes.get_url()).content.decode()
    )


def test_plugins_are_asked_what_they_count_only_beside_a_claim(edition, client):
    Figure.objects.filter(page=edition).update(counted="")
    html = client.get(edition.get_url()).content.decode()
    assert "figure--recorded" not in html


def test_partners_stand_by_role_with_their_logos_and_documents_say_their_weight(edition, client):
    cluny = Organisation.objects.get(name__startswith="Collège européen")
    cluny.logo = CommunityImage.objects.first()
    cluny.save()
    html = client.get(edition.get_url()).content.decode()
    partners = html[html.index('id="partners"') :]
    partners = partners[: partners.index("</section>")]
    order = [partners.index(str(row.organisation)) for row in edition.partner_rows]
    assert order == sorted(order)
    assert [row.role for row in edition.partner_rows][:2] == ["organiser", "co_organiser"]
    assert partners.count("<img") == 1
    document = edition.documents.get()
    assert f'href="{document.document.url}"' in html
    assert "(CSV, " in html
    for report in ReportPage.objects.child_of(edition):
        assert html.count(f'href="{report.get_url()}"') == 1
    related = NewsPage.objects.filter(page_relations__related=edition)
    assert related.count() == 3
    assert all(f'href="{news.get_url()}"' in html for news in related)


def test_the_phase_of_the_editions_leads_the_home_page(edition, asked, client):
    """The event under way, else the next one, else what the last one left."""
    later = EditionPage.objects.get(year=2019)
    assert now(asked())["edition"] == later
    for year, phase in ((2019, "before"), (2018, "before"), (2018, "during")):
        EditionPage.objects.filter(year=year).update(phase=phase)
        section = now(asked())
        chosen = section["edition"]
        assert (chosen.year, chosen.phase) == (year, phase)
        assert not section["counts"]
        assert queries(client, "/") <= 20, client.report
        html = client.get("/").content.decode()
        head = html[html.index(f'class="wrap section now is-{phase}"') :]
        head = head[: head.index("</section>")]
        assert chosen.get_url() in head
        for campus in CampusPage.objects.child_of(chosen):
            programme = "programme/" if phase == "during" else ""
            assert f'href="{campus.get_url()}{programme}"' in head
    EditionPage.objects.filter(year=2018).update(phase="after")
    EditionPage.objects.filter(year=2019).update(live=False)
    html = client.get("/").content.decode()
    assert "/prototypes/?edition=2018" in html
    assert queries(client, "/") <= 20, client.report
    EditionPage.objects.update(live=False)
    assert now(asked()) is None
