"""The observatory: each number is that of its list, and tells of nothing private."""

import csv
import re
from datetime import date, timedelta
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import PageViewRestriction

from defis.models import (
    DefiIndexPage,
    DefiPage,
    FactorIndexPage,
    FactorPage,
    FollowUpObstacle,
    FollowUpPage,
    Obstacle,
    State,
)
from defis.observatory.export import harmless
from defis.observatory.reading import Edition, Fate, Reading, Told
from defis.observatory.states import months_after, over_time
from defis.observatory.subjects import SUBJECTS, TABLES
from tests.junk import JUNK, check, query_of
from tests.page_types import example
from tests.queries import keep, multiply, queries

pytestmark = pytest.mark.django_db

HOME = "/defis/observatoire/"
PAGES = [f"{HOME}{subject.slug}/".replace("//", "/") for subject in SUBJECTS]


@pytest.fixture
def factor(db) -> FactorPage:
    """An obstacle of the list that no défi of the demonstration met."""
    page = FactorPage(title="Un mur", slug="un-mur", kind="obstacle", family="time")
    return example(FactorIndexPage).add_child(instance=page)


@pytest.fixture
def met(defi, report, factor) -> DefiPage:
    """A défi whose fiche names an obstacle of the list, lifted in a follow-up of this month."""
    other = DefiPage.objects.live().exclude(pk=defi.pk).first()
    for page in (defi, other):
        Obstacle.objects.create(page=page, text="Personne ne vient.", factor=factor)
    told = report(defi, "testing", timezone.localdate() - timedelta(days=20))
    FollowUpObstacle.objects.create(page=told, text="Levé.", factor=factor, lifted=True)
    return defi


def sheets(client) -> dict[str, str]:
    return {name: client.get(f"{HOME}{name}.csv").content.decode() for name in TABLES}


def rows(client, name: str, query: str = "") -> list[dict[str, str]]:
    text = client.get(f"{HOME}{name}.csv{query}").content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text), delimiter=";"))


def test_each_number_is_that_of_the_list_it_leads_to(client, met):
    seen = {}
    for address in (*PAGES, *(f"{page}?edition=2018" for page in PAGES)):
        page = BeautifulSoup(client.get(address).content, "html.parser")
        links = page.select(".chart table td a")
        assert links, f"{address} has no number."
        # One in six: of each table, and of each of its columns sooner or later.
        seen |= {link["href"]: int(link.get_text()) for link in links[::6]}
    for address, number in seen.items():
        found = client.get(address)
        assert found.status_code == 200
        shown = found.context["results"].total if "results" in found.context else None
        listed = found.context["total"] if shown is None else shown
        assert listed == number, address
        if shown is None:
            page = BeautifulSoup(found.content, "html.parser")
            assert len(page.select("main .rows > li")) == number


def test_each_chart_has_its_legend_and_its_table(client, met):
    for address in PAGES:
        page = BeautifulSoup(client.get(address).content, "html.parser")
        for figure in page.select("figure.chart"):
            drawn = [text.get_text() for text in figure.select("svg .chart__value")]
            heads = [cell.get_text() for cell in figure.select("thead th")]
            place = heads.index("Total")
            table = [row.find_all(["th", "td"]) for row in figure.select("tbody tr")]
            assert drawn == [cells[place].get_text() for cells in table]
            assert [li.get_text() for li in figure.select(".chart__legend li")] == heads[1:place]
            for cells in table:
                numbers = [int(cell.get_text()) for cell in cells[1:place]]
                assert sum(numbers) == int(cells[place].get_text())
            # No two parts are told by their hue alone.
            fills = [path.get("fill", "plain") for path in figure.select(".chart__legend path")]
            assert len(set(fills)) == len(fills)
        assert not page.select("[style]")
        assert len({tag["id"] for tag in page.select("[id]")}) == len(page.select("[id]"))


@pytest.mark.parametrize("lifted", [(True, False), (False, True)])
def test_an_obstacle_told_twice_by_one_follow_up_is_lifted_if_once_says_so(
    client, defi, report, factor, lifted
):
    told = report(defi, "testing", timezone.localdate())
    for done in lifted:
        FollowUpObstacle.objects.create(page=told, text="Un mur.", factor=factor, lifted=done)
    line = next(row for row in rows(client, "obstacles") if row["obstacle"] == factor.title)
    assert (line["leve"], line["total"]) == ("1", "1")


def test_what_is_private_changes_no_number(client, editor, met, report, factor, account):
    before, total = sheets(client), int(rows(client, "etats", "?edition=2018")[0]["total"])
    defi = DefiPage.objects.live().exclude(pk=met.pk).order_by("-path").first()
    secret = report(defi, "stopped", timezone.localdate())
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    FollowUpObstacle.objects.create(page=secret, text="Secret.", factor=factor, lifted=True)
    draft = FollowUpPage(title="Brouillon", state="spread", date=timezone.localdate(), live=False)
    defi.add_child(instance=draft)
    FollowUpObstacle.objects.create(page=draft, text="Brouillon.", factor=factor, lifted=True)
    assert sheets(client) == before
    # Nor do the numbers vary with who looks.
    assert sheets(editor) == before
    PageViewRestriction.objects.create(page=met, restriction_type="login")
    after = rows(client, "etats", "?edition=2018")
    assert rows(editor, "etats", "?edition=2018") == after
    assert int(after[0]["total"]) == total - 1
    behind = f"{HOME}defis/?tableau=suivis&ligne=2018&colonne=annee"
    assert editor.get(behind).status_code in (200, 302)
    assert met.title not in editor.get(behind, follow=True).content.decode()


def test_a_state_holds_from_the_day_it_was_told():
    ended = date(2018, 8, 31)
    edition = Edition(1, "2018", "2018", ended)
    told = [
        Told(date(2018, 12, 1), 1, "testing", False),
        Told(date(2019, 5, 1), 2, "paused", False),
    ]
    fate = Fate(1, "paused", "prototyped", edition, told)
    assert months_after(ended, 6) == date(2019, 2, 28)
    on = [fate.state_on(months_after(ended, months)) for months in (0, 3, 6, 9, 120)]
    assert on == ["prototyped", "prototyped", "testing", "paused", "paused"]
    assert fate.told_since(date(2018, 12, 1)) == told[1:]
    assert fate.told_since(None) == told


def test_the_years_still_to_come_are_not_told(asked):
    edition = example(DefiPage).edition
    edition.ends_on = timezone.localdate() - timedelta(days=200)
    edition.save()
    table = over_time(Reading(example(DefiIndexPage), asked()))
    assert [line.key for line in table.lines] == ["m0", "m6"]
    edition.ends_on = None
    edition.save()
    table = over_time(Reading(example(DefiIndexPage), asked()))
    assert not table.lines
    assert str(DefiPage.objects.live().filter(locale__language_code="fr").count()) in table.notes[1]


def test_a_delay_is_computed_from_five_défis_and_listed_below(client, report):
    FollowUpPage.objects.all().delete()
    of_2018 = DefiPage.objects.live().filter(edition__slug="2018", locale__language_code="fr")
    defis, number = list(of_2018.order_by("path")[:6]), of_2018.count()
    end = defis[0].edition.ends_on
    for months, defi in zip((2, 7, 9), defis, strict=False):
        report(defi, "deployed", months_after(end, months))
    text = client.get(f"{HOME}delais/").content.decode()
    assert all(defi.title in text for defi in defis[:3]) and defis[3].title not in text
    assert re.search(r"\b2 mo(is|nths)\b", text)
    # The prototype was told of later; what came next does not shorten the delay.
    report(defis[3], "prototyped", months_after(end, 10))
    report(defis[3], "spread", months_after(end, 14))
    report(defis[3], "stopped", months_after(end, 15))
    report(defis[4], "deployed", months_after(end, 40))
    [line] = rows(client, "delais", "?edition=2018")
    assert list(line.values())[1:6] == ["2", "2", "1", str(number - 5), str(number)]
    spread = client.get(f"{HOME}delais/").context["parts"][0]["table"].extra["spread"]
    assert (spread.number, spread.least, spread.median, spread.most) == (5, 2, 7, 40)
    assert (spread.low, spread.high) == (4, 9) and not spread.delays


def test_obstacles_and_answers(client, met, factor, report):
    line = next(row for row in rows(client, "obstacles") if row["obstacle"] == factor.title)
    assert list(line.values())[1:4] == ["1", "1", "2"]
    page = BeautifulSoup(client.get(f"{HOME}obstacles/").content, "html.parser")
    assert page.find("a", string=factor.title)["href"] == factor.get_url()
    [before] = rows(client, "suivis", "?edition=2018")
    of_2018 = (
        DefiPage.objects.live()
        .filter(edition__slug="2018", locale__language_code="fr")
        .order_by("-path")
    )
    silent = next(page for page in of_2018 if not page.get_children())
    report(silent, "testing", timezone.localdate() - timedelta(days=900))
    [after] = rows(client, "suivis", "?edition=2018")
    change = [
        int(new) - int(old)
        for new, old in list(zip(after.values(), before.values(), strict=True))[1:5]
    ]
    assert change == [0, 1, -1, 0]


def test_a_sheet_opens_in_a_spreadsheet_and_runs_nothing(client, met):
    response = client.get(f"{HOME}themes.csv?edition=2018")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="observatoire-themes-2018.csv"' in response["Content-Disposition"]
    assert response.content.startswith(b"\xef\xbb\xbf")
    theme = met.page_themes.first().theme
    theme.name = '=HYPERLINK("x")'
    theme.save()
    names = [row["theme"] for row in rows(client, "themes")]
    assert '\'=HYPERLINK("x")' in names
    assert harmless("-1") == "'-1" and harmless("Eau – ville") == "Eau – ville"
    for name in TABLES:
        found = rows(client, name)
        assert found and all(key == key.lower() and " " not in key for key in found[0])
    assert client.get(f"{HOME}zorglub.csv").status_code == 404
    assert client.get("/editions/observatoire/etats.csv").status_code == 404


@pytest.mark.whatever_the_database
@pytest.mark.parametrize("junk", JUNK)
def test_junk(client, junk):
    query = query_of(["edition", "page", "tableau", "ligne", "colonne"], JUNK[junk])
    for address in (HOME, f"{HOME}themes/", f"{HOME}etats.csv", f"{HOME}defis/"):
        check(client.get(f"{address}?{query}"))
    check(client.get(f"{HOME}defis/?tableau=etats&ligne={JUNK[junk]}&colonne={JUNK[junk]}"))
    check(client.get(f"{HOME}defis/?tableau=etats&ligne=2018&page={JUNK[junk]}"))


@pytest.mark.whatever_the_database
def test_it_costs_the_same_with_three_times_as_many_défis(client, met):
    pages = keep(example(DefiIndexPage), 14)
    behind = f"{HOME}defis/?tableau=evolution&ligne=m6&colonne={State.PROTOTYPED}"
    addresses = [*PAGES[:3], *PAGES[5:], behind]
    before = {address: queries(client, address) for address in addresses}
    assert max(before.values()) <= 25
    multiply(pages, 3)
    assert {address: queries(client, address) for address in addresses} == before
    assert client.get(behind).context["total"] > 24


def test_the_ways_to_it_and_its_languages(client):
    assert f'href="{HOME}"' in client.get("/defis/").content.decode()
    assert f'href="{HOME}?edition=2018"' in client.get("/editions/2018/").content.decode()
    page = BeautifulSoup(client.get(f"{HOME}regions/").content, "html.parser")
    assert page.find("link", rel="canonical")["href"].endswith(f"{HOME}regions/")
    assert client.get(f"{HOME}zorglub/").status_code == 404
