"""What the public sees of a programme: one instant, each site's own time and language."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import PageViewRestriction

from events.models import CampusPage, EditionPage, PublishedSlot, SessionPage, Slot
from events.programme.entries import entry_of, published_entries, published_entries_of
from events.programme.publishing import publish
from events.programme.wording import clock
from tests.programmes import campus_of, new_campus, relay, session, slot
from tests.queries import queries
from tests.translating import version

pytestmark = pytest.mark.django_db


@pytest.fixture
def rennes() -> CampusPage:
    return campus_of("2018", "rennes")


@pytest.fixture
def edition() -> EditionPage:
    return EditionPage.objects.get(year=2018, locale__language_code="fr")


@pytest.fixture
def plenary() -> SessionPage:
    return SessionPage.objects.get(slug="les-enjeux")


def test_the_plenary_is_one_instant_in_every_zone(plenary, rennes, asked, client):
    noumea = new_campus(rennes, "Nouméa", "Pacific/Noumea")
    relay(plenary.slots.get(origin=None), noumea)
    publish(noumea, None)
    entries = published_entries_of(asked(), plenary)
    assert {entry.start for entry in entries} == {datetime(2018, 7, 9, 12, 30, tzinfo=UTC)}
    with translation.override("fr"):
        hours = {e.campus.title: clock(e.local_start).replace("\xa0", " ") for e in entries}
    assert hours == {
        "Cluny": "14 h 30",
        "Aix-en-Provence": "14 h 30",
        "Rennes": "14 h 30",
        "Strasbourg": "14 h 30",
        "Martinique": "8 h 30",
        "La Réunion": "16 h 30",
        "Nouméa": "23 h 30",
    }
    # It ends past midnight there, and belongs to the day on which it starts.
    far = next(entry for entry in entries if entry.campus.pk == noumea.pk)
    assert (far.day, far.local_end.date()) == (date(2018, 7, 9), date(2018, 7, 10))
    assert far.is_relay and far.origin_campus.pk == rennes.pk
    html = client.get(f"{noumea.get_url()}programme/").content.decode().replace("\xa0", " ")
    assert "lundi 9 juillet 2018" in html and "mardi 10" not in html
    assert "23 h 30 – 0 h 45" in html and "heure de Nouméa" in html
    html = client.get(plenary.get_url()).content.decode().replace("\xa0", " ")
    assert "16 h 30" in html and "8 h 30" in html and "14 h 30" in html


def test_the_evening_of_a_far_site_is_the_next_day_elsewhere(rennes, asked):
    noumea = new_campus(rennes, "Nouméa", "Pacific/Noumea")
    origin = slot(session(rennes, "Veillée"), rennes, "2018-07-10 20:00")
    relay(origin, noumea)
    publish(rennes, None)
    publish(noumea, None)
    here, there = published_entries_of(asked(), origin.session)
    assert (here.day, there.day) == (date(2018, 7, 10), date(2018, 7, 11))
    assert here.start == there.start


def test_a_hidden_site_or_session_is_in_no_programme(plenary, rennes, edition, asked, client):
    others = len(published_entries(asked(), edition.campuses(asked()))) - len(
        published_entries(asked(), [rennes])
    )
    assert others == 5
    lock = PageViewRestriction.objects.create(page=rennes, restriction_type="login")
    campuses = CampusPage.objects.child_of(edition)
    found = published_entries(asked(), campuses)
    assert len(found) == others
    assert {entry.origin_campus for entry in found} == {None}
    assert "Rennes" not in client.get("/editions/2018/la-reunion/programme/").content.decode()
    lock.delete()
    lock = PageViewRestriction.objects.create(page=plenary, restriction_type="login")
    assert plenary not in {e.session for e in published_entries(asked(), campuses)}
    # What left the programme says so, but no longer what it was.
    PublishedSlot.objects.filter(session=plenary, campus=rennes).update(withdrawn=True)
    gone = [e for e in published_entries(asked(), [rennes], withdrawn=True) if e.withdrawn]
    assert [(e.session, e.title, e.cancelled) for e in gone] == [(None, "", True)]
    lock.delete()
    assert entry_of(asked(), gone[0].key).session == plenary
    assert entry_of(asked(), Slot().key) is None


def test_a_translated_site_shows_the_same_programme(plenary, rennes, english, asked, client):
    rennes.get_translation(english).delete()
    with translation.override("en"):
        assert published_entries(asked(), [rennes])[0].campus == rennes
    for page in (rennes, plenary):
        twin = version(page, english)
        twin.title = f"{page.title} in English"
        twin.save_revision().publish()
    twin = rennes.get_translation(english)
    with translation.override("en"):
        entries = published_entries(asked(), [twin])
    french = published_entries(asked(), [rennes])
    assert [entry.key for entry in entries] == [entry.key for entry in french]
    assert {entry.campus for entry in entries} == {twin}
    titles = [entry.title for entry in entries]
    assert f"{plenary.title} in English" in titles
    assert "Cocktail dînatoire" in titles  # Not translated: as it is.


def test_a_long_programme_costs_as_much_as_a_short_one(rennes, edition, asked, client):
    def cost(campuses, **options):
        request = asked()
        list(published_entries(request, []))
        with CaptureQueriesContext(connection) as captured:
            entries = published_entries(request, campuses, **options)
            [entry.session.get_url(request) for entry in entries]
            if options:
                [entry.session.public_speakers for entry in entries]
        return len(captured)

    addresses = ["/editions/2018/programme/", "/editions/2018/rennes/programme/"]
    addresses += ["/editions/2018/rennes/", "/editions/2018/", "/editions/2018/les-enjeux/"]
    campuses = list(CampusPage.objects.child_of(edition))
    before = [queries(client, address) for address in addresses]
    costs = [cost(campuses), cost(campuses, speakers=True)]
    assert costs[0] <= 3 and costs[1] <= 4
    for number in range(2 * PublishedSlot.objects.count()):
        page = session(rennes, f"Une séance de plus, {number}")
        relay(slot(page, rennes, "2018-07-09 10:00", room=f"Salle {number}"), campuses[0])
    publish(rennes, None)
    publish(campuses[0], None)
    assert [cost(campuses), cost(campuses, speakers=True)] == costs
    assert [queries(client, address) for address in addresses] == before
    assert max(before) <= 20
