"""The report of an edition drafts itself from what everybody may see; an editor completes it."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import PageViewRestriction

from community.charts import BarChart, Row
from community.models import Figure
from defis.models import DefiPage, FollowUpPage, PrototypePage
from events.models import EditionPage, ReportKind, ReportPage
from events.report.draft import draft_body
from events.report.views import report_of

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]


@pytest.fixture
def edition() -> EditionPage:
    return EditionPage.objects.get(slug="2018", locale__language_code="fr")


def chart(body: list[dict], title: str) -> dict[str, int]:
    """Return the rows of the chart called ``title``, none when it is not there."""
    charts = [block["value"] for block in body if block["type"] == "chart"]
    return next(
        (
            {row["value"]["label"]: row["value"]["value"] for row in one["rows"]}
            for one in charts
            if one["title"] == title
        ),
        {},
    )


def words(body: list[dict]) -> str:
    return " ".join(str(block["value"]) for block in body)


def test_it_counts_what_is_recorded(edition, asked):
    body = draft_body(edition, asked())
    said = words(body)
    defis = DefiPage.objects.live().filter(edition=edition)
    assert f"{defis.count()} défis sont recensés" in said
    states = chart(body, "État des défis")
    assert sum(states.values()) == defis.count()
    prototypes = chart(body, "Prototypes par type")
    assert sum(prototypes.values()) == PrototypePage.objects.filter(edition=edition).count()
    assert "6 sites" in said and "La Réunion" in said
    # Figures that disagree stay side by side, each with its source.
    assert "1 057" in said.replace("\u202f", " ").replace("\xa0", " ")
    assert "1 070" in said.replace("\u202f", " ").replace("\xa0", " ")
    assert all(
        figure.source_title.rstrip(".") in said
        for figure in edition.figures.all()
        if figure.source_title
    )


def test_what_is_not_for_everybody_is_not_counted_even_for_an_editor(edition, asked, account):
    before = chart(draft_body(edition, asked()), "État des défis")
    defi = DefiPage.objects.live().filter(edition=edition).first()
    PageViewRestriction.objects.create(page=defi, restriction_type="login")
    body = draft_body(edition, asked(user=account("editor")))
    assert sum(chart(body, "État des défis").values()) == sum(before.values()) - 1


def test_an_editor_drafts_it_then_publishes(edition, editor, client):
    report_of(edition, ReportKind.REPORT).delete()
    address = reverse("events_draft_report", args=[edition.pk])
    assert address in editor.get(f"/admin/pages/{edition.pk}/").content.decode()
    assert "Les défis" in editor.get(address).content.decode()
    assert report_of(edition, ReportKind.REPORT) is None
    response = editor.post(address)
    report = report_of(edition, ReportKind.REPORT)
    assert response.url == reverse("wagtailadmin_pages:edit", args=[report.pk])
    assert not report.live
    assert client.get(report.get_url()).status_code == 404
    # A second click, or another editor, opens the same one.
    assert editor.post(address).url == response.url
    report.get_latest_revision().publish()
    page = BeautifulSoup(client.get(report.get_url()).content, "html.parser")
    figures = page.select("figure.chart")
    assert len(figures) >= 3
    for figure in figures:
        drawn = [text.get_text() for text in figure.select("svg .chart__value")]
        assert drawn == [cell.get_text() for cell in figure.select("table td")]
        assert figure.select_one("svg")["aria-label"]


def test_nobody_else_may(edition, porteur, client):
    address = reverse("events_draft_report", args=[edition.pk])
    assert client.get(address).status_code == 302
    assert porteur.post(address).status_code == 302
    assert ReportPage.objects.child_of(edition).count() == len(ReportKind)


def test_an_edition_without_anything_has_a_report_to_write(edition, asked):
    FollowUpPage.objects.all().delete()
    Figure.objects.all().delete()
    empty = EditionPage(title="Rien encore", slug="rien", year=2030)
    edition.get_parent().add_child(instance=empty)
    assert draft_body(empty, asked()) == []


def test_a_chart_is_drawn_to_scale_with_its_labels_above():
    drawn = BarChart("Titre", [Row("Un", 10), Row("Un libellé " * 9, 5), Row("Rien", 0)])
    first, long, nothing = drawn.bars
    assert long.width == first.width / 2
    assert nothing.width == 0
    assert len(long.lines) > 1
    assert first.y < long.lines[0].y < long.lines[-1].y <= long.y < nothing.y < drawn.height
    assert BarChart("Vide", []).height == 0
