"""Obstacles and levers: who met them, how they were lifted, and nothing that is kept to a team."""

from datetime import date

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from defis.models import (
    DefiPage,
    FactorIndexPage,
    FactorPage,
    FollowUpObstacle,
    Lever,
    Obstacle,
    State,
)
from tests.page_types import example
from tests.queries import queries

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]


@pytest.fixture
def obstacle(db) -> FactorPage:
    return FactorPage.objects.get(slug="des-services-qui-ne-se-parlent-pas")


@pytest.fixture
def lever(db) -> FactorPage:
    return FactorPage.objects.get(slug="emprunter-avant-d-acheter")


@pytest.fixture
def meet(report):
    """Give a way to tell, in a follow-up, how an obstacle was lifted in a défi."""

    def tell(defi, obstacle, lever, text="Zorglub absent", how="Kiosque commun", **values):
        page = report(defi, State.TESTING, values.pop("day", date(2020, 3, 1)))
        page.obstacles.add(
            FollowUpObstacle(text=text, factor=obstacle, lifted=True, how=how, lever=lever)
        )
        page.save_revision().publish()
        return page

    return tell


def text_of(client, page) -> str:
    return client.get(page.get_url()).content.decode()


def met(client, page) -> int:
    return client.get(page.get_url()).context["reading"].meetings.paginator.count


def test_an_obstacle_and_its_lever_tell_of_each_other(defi, obstacle, lever, meet, client):
    before, helped = met(client, obstacle), met(client, lever)
    follow_up = meet(defi, obstacle, lever)
    shown = text_of(client, obstacle)
    for expected in ("Zorglub absent", "Kiosque commun", lever.get_url(), follow_up.get_url()):
        assert expected in shown
    assert obstacle.get_url() in text_of(client, lever)
    assert (met(client, obstacle), met(client, lever)) == (before + 1, helped + 1)
    # Once each défi, were it told by its fiche and by two follow-ups.
    meet(defi, obstacle, lever, "Zorglub revenu", day=date(2020, 6, 1))
    DefiPage.objects.get(pk=defi.pk).obstacles.add(Obstacle(text="Zorglub prévu", factor=obstacle))
    page = DefiPage.objects.get(pk=defi.pk)
    page.obstacles.add(Obstacle(text="Zorglub prévu", factor=obstacle))
    page.levers.add(Lever(text="Un prêt de zorglub", factor=lever))
    page.save_revision().publish()
    meeting = client.get(obstacle.get_url()).context["reading"].meetings.object_list[0]
    assert [told.text for told in meeting.told] == [
        "Zorglub prévu",
        "Zorglub absent",
        "Zorglub revenu",
    ]
    assert met(client, obstacle) == before + 1
    assert obstacle.get_url() in text_of(client, page)
    cards = client.get(example(FactorIndexPage).get_url()).content.decode()
    assert f"rencontré par {before + 1} défis" in cards or f"met by {before + 1} défis" in cards


def test_what_a_team_keeps_to_itself_neither_shows_nor_counts(
    defi, obstacle, lever, meet, client, porteur, account
):
    index = example(FactorIndexPage)
    pages = (obstacle, lever, index, DefiPage.objects.get(pk=defi.pk))
    before = [text_of(client, page) for page in pages]
    follow_up = meet(defi, obstacle, lever)
    group = Group.objects.create(name="Équipe de zorglub")
    restriction = PageViewRestriction.objects.create(page=follow_up, restriction_type="groups")
    restriction.groups.add(group)
    for page, text in zip(pages, before, strict=True):
        for who in (client, porteur):
            shown = text_of(who, page)
            assert "Zorglub" not in shown and "Kiosque" not in shown
        assert text_of(client, page) == text
    assert client.get(f"{obstacle.get_url()}fiche.pdf").status_code == 200
    account("porteur").groups.add(group)
    assert "Kiosque commun" in text_of(porteur, obstacle)
    assert "Équipe" not in text_of(porteur, obstacle)
    # A défi that is hidden takes what is told below it along.
    restriction.delete()
    assert "Kiosque commun" in text_of(client, obstacle)
    defi.unpublish(commit=True, set_expired=False)
    assert [text_of(client, page) for page in pages[:2]] == before[:2]


def test_a_list_three_times_as_long_costs_the_same(obstacle, lever, meet, client):
    defis = list(DefiPage.objects.live()[:6])
    addresses = [example(FactorIndexPage).get_url(), obstacle.get_url(), lever.get_url()]
    for defi in defis[:2]:
        meet(defi, obstacle, lever)
    before = [queries(client, address) for address in addresses]
    for defi in defis:
        meet(defi, obstacle, lever, day=date(2020, 5, 1))
    assert [queries(client, address) for address in addresses] == before


@pytest.mark.parametrize("junk", ["?page=99999999999999999999", "?page=\x00", "?page=-1", "?page="])
def test_junk_gives_a_page(obstacle, client, junk):
    assert client.get(obstacle.get_url() + junk).status_code == 200
