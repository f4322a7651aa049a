"""The public page of a programme: whatever the order, each slot stands once, at its site's time."""

from collections import Counter
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from events.models import CampusPage, PublishedSlot, SessionPage
from events.programme.page import LINES, programme_response
from events.programme.publishing import publish
from tests.programmes import at, campus_of, new_campus, relay, session, slot
from tests.queries import queries

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

RENNES, EDITION = "/editions/2018/rennes/programme/", "/editions/2018/programme/"


@pytest.fixture
def rennes() -> CampusPage:
    return campus_of("2018", "rennes")


@pytest.fixture
def read(client):
    def at_address(address: str) -> BeautifulSoup:
        response = client.get(address)
        assert response.status_code == 200, address
        return BeautifulSoup(response.content.decode(), "html.parser")

    return at_address


@pytest.fixture
def read_at(rf, site):
    """Give the programme of a site as it is read at a moment."""

    def at_moment(campus: CampusPage, moment: datetime, query: str = "") -> BeautifulSoup:
        request = rf.get(campus.get_url() + "programme/" + query)
        request.user, request.session = AnonymousUser(), {}
        response = programme_response(request, campus, [campus], now=moment)
        return BeautifulSoup(response.render().content.decode(), "html.parser")

    return at_moment


def keys(page: BeautifulSoup) -> Counter:
    return Counter(" ".join(line["data-keys"] for line in page.select(".agenda .item")).split())


def words(part) -> str:
    """What is read of a part of a page, its spaces all alike."""
    return " ".join(part.get_text().split())


def titles(part) -> list[str]:
    return [link.get_text() for link in part.select(".item a")]


@pytest.mark.parametrize("view", ["", "?vue=jour", "?vue=salle", "?vue=type"])
@pytest.mark.parametrize("address", [RENNES, EDITION])
def test_each_slot_stands_once_in_every_order(read, address, view):
    slots = PublishedSlot.objects.filter(campus__url_path__contains="/editions/2018/")
    if address == RENNES:
        slots = slots.filter(campus__slug="rennes")
    assert keys(read(address + view)) == Counter(
        str(key) for key in slots.values_list("key", flat=True)
    )


def test_orders_and_filters(read):
    by_room = [h.get_text() for h in read(f"{RENNES}?vue=salle").select("h3")]
    assert by_room[:2] == ["Auditorium", "Salle non précisée"]
    types = read(f"{RENNES}?vue=type").select("h3 a")
    assert types[0]["href"] == f"{RENNES}?type=plenary"
    assert titles(read(f"{RENNES}?type=closing")) == [
        "Clôture de l’université et témoignages apprenants"
    ]
    day = read(f"{RENNES}?jour=2018-07-11&vue=type")
    assert [h.get_text() for h in day.select(".agenda h2")] == ["mercredi 11 juillet 2018"]
    assert f"{RENNES}?vue=type&jour=2018-07-10" in [a["href"] for a in day.select("nav.choice a")]
    site = read(f"{EDITION}?site=martinique")
    assert [words(h) for h in site.select("h3")] == ["8 h 30 – 9 h 45"]
    key = str(PublishedSlot.objects.filter(session__slug="cafe-d-accueil").first().key)
    assert keys(read(f"{RENNES}?cle={key}&cle={uuid4()}&cle=zorglub")) == {key: 1}
    assert "Rien ici ne correspond" in read(f"{RENNES}?cle={uuid4()}").get_text()


@pytest.mark.parametrize(
    "query",
    [
        "?vue=zorglub&jour=hier&type=%00&site=%00&cle=&a=2018-07-09T14:40%2B02:00",
        "?jour=2018-02-31&site=" + "9" * 5000 + "&cle=" + "z" * 36,
        "?" + "&".join(["cle=x"] * 900),
        "?vue=jour&vue=&jour[]=1&a=%00",
    ],
)
@pytest.mark.parametrize("address", [RENNES, EDITION])
def test_junk_is_as_if_it_were_not_there(read, address, query):
    page = read(address + query)
    assert keys(page) == keys(read(address))
    # The address is no time machine: the event is over.
    assert page.select_one(".live").has_attr("hidden")
    assert not page.select(".live .item")


def test_now_and_next(rennes, read_at):
    before = read_at(rennes, at(rennes, "2018-07-08 23:30")).select_one(".live")
    assert "Début : demain, lundi 9 juillet 2018, 13 h (heure de Paris)" in words(before.p)
    assert before.div.has_attr("hidden")
    assert "dans 3 jours" in read_at(rennes, at(rennes, "2018-07-06 00:10")).get_text()

    during = read_at(rennes, at(rennes, "2018-07-10 09:00"))
    now, following = during.select(".live__parts > div")
    assert [words(time) for time in now.select("time")] == ["9 h – 12 h 45"] * 2
    assert titles(now)[1] == "Mini-conférences et ateliers de méthode"
    assert titles(following) == ["Cocktail déjeunatoire"]
    marks = Counter(head["class"][1] for head in during.select(".agenda__time"))
    assert marks == {"is-after": 6, "is-during": 1, "is-before": 9}
    night = read_at(rennes, at(rennes, "2018-07-10 23:00"))
    now, following = night.select(".live__parts > div")
    assert not now.p.has_attr("hidden") and not now.select(".item")
    assert following.time["datetime"] == "2018-07-11T06:30:00Z"
    # A filter leaves out what may be going on: nothing is said of it then, nor once all is over.
    moment = at(rennes, "2018-07-10 09:00")
    assert not read_at(rennes, moment, "?type=closing").select(".live")
    assert not read_at(rennes, moment, "?jour=2018-07-11").select(".live")
    after = read_at(rennes, at(rennes, "2018-07-11 14:00")).select_one(".live")
    assert after.has_attr("hidden") and not after.select(".item")


def test_a_plenary_is_one_instant_read_on_each_site_s_clocks(rennes, read):
    noumea = new_campus(rennes, "Nouméa", "Pacific/Noumea")
    origin = slot(session(rennes, "Ouverture"), rennes, "2018-07-09 17:15", "2018-07-09 18:00")
    martinique, reunion = campus_of("2018", "martinique"), campus_of("2018", "la-reunion")
    for campus in (rennes, martinique, reunion, noumea):
        if campus != rennes:
            relay(origin, campus)
        publish(campus, None)
    expected = {
        rennes: ("lundi 9 juillet 2018", "17 h 15 – 18 h", "heure de Paris"),
        reunion: ("lundi 9 juillet 2018", "19 h 15 – 20 h", "heure de La Réunion"),
        martinique: ("lundi 9 juillet 2018", "11 h 15 – 12 h", "heure de Martinique"),
        noumea: ("mardi 10 juillet 2018", "2 h 15 – 3 h", "heure de Nouméa"),
    }
    for campus, (day, hours, zone) in expected.items():
        page = read(f"{campus.get_url()}programme/")
        line = next(one for one in page.select(".item") if one.a.get_text() == "Ouverture")
        assert line["data-from"] == "2018-07-09T15:15:00Z"
        assert line["data-hours"].replace("\xa0", " ") == hours
        assert line.find_previous("h2").get_text() == day
        assert zone in page.select_one(".programme__clock").get_text()
        assert ("en direct de Rennes" in line.get_text()) == (campus != rennes)
    lines = [one for one in read(EDITION).select(".item") if one.a.get_text() == "Ouverture"]
    assert len(lines) == 1
    for site in (
        "Martinique (11 h 15, heure de Martinique)",
        "La Réunion (19 h 15, heure de La Réunion)",
        "Nouméa (mardi 2 h 15, heure de Nouméa)",
    ):
        assert site in words(lines[0])
    text = words(read(origin.session.get_url()).main)
    for day, hours, zone in expected.values():
        assert f"{hours} {zone}" in text and day.split()[0] in text


def test_what_is_uncertain_is_said(rennes, read):
    slot(session(rennes, "Annulée", status="cancelled"), rennes, "2018-07-09 13:00")
    slot(session(rennes, "En cours"), rennes, "2018-07-09 13:00", "2018-07-09 15:00")
    publish(rennes, None)
    found = {line.a.get_text(): line for line in read(RENNES).select(".agenda .item")}
    assert "is-cancelled" in found["Annulée"]["class"]
    assert found["Annulée"].strong.get_text() == "annulé"
    assert found["En cours"].em.get_text() == "en élaboration"
    assert words(found["En cours"].time) == "13 h – 15 h"


def test_a_programme_not_published_yet_says_so(read):
    page = read("/editions/2017/cluny/programme/")
    assert "pas encore publié" in page.main.get_text()
    assert not page.select("nav.choice") and not page.select("script[src*=events]")


def test_thirteen_sites_of_sixty_sessions_stay_light_and_flat(rennes, client):
    sites = list(CampusPage.objects.child_of(rennes.get_parent()))
    sites += [new_campus(rennes, f"Site {n}", "Indian/Reunion") for n in range(13 - len(sites))]
    pages = [session(rennes, f"Séance {n} à cœur ouvert") for n in range(20)]
    SessionPage.objects.filter(pk__in=[page.pk for page in pages]).update(live=True)
    PublishedSlot.objects.all().delete()

    def add(turn: int) -> None:
        start = at(rennes, "2018-07-10 08:00") + timedelta(hours=4 * turn)
        PublishedSlot.objects.bulk_create(
            PublishedSlot(
                key=uuid4(),
                campus=campus,
                session=page,
                kind="origin",
                start=start + timedelta(minutes=(n // 5) * 60 + place),
                status="confirmed",
                title=page.title,
                session_type="other",
                changed_at=timezone.now(),
            )
            for place, campus in enumerate(sites)
            for n, page in enumerate(pages)
        )

    add(0)
    before = [queries(client, address) for address in (RENNES, EDITION)]
    add(1)
    add(2)
    after = [queries(client, address) for address in (RENNES, EDITION)]
    assert before == after and max(after) <= 25
    # One instant at two sites: it stays when the rest is told by site.
    shared = PublishedSlot.objects.filter(campus=rennes).first()
    PublishedSlot.objects.filter(campus=sites[1], session=shared.session).update(start=shared.start)
    for address in (RENNES, EDITION, f"{EDITION}?site=rennes", f"{EDITION}?vue=type"):
        html = client.get(address).content.decode()
        page = BeautifulSoup(html, "html.parser")
        stars = len(page.select(".item"))
        assert len(page.find_all()) + stars <= 379, address
        assert len(html) < 110_000, address
    page = BeautifulSoup(client.get(EDITION).content.decode(), "html.parser")
    assert len(page.select(".places li")) == 13
    assert "60 séances, 8 h" in words(page.select_one(".places"))
    assert 1 <= len(page.select(".agenda .item")) <= LINES
