"""How exports are asked for: again, for a choice, in another language, of a long programme."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.utils import timezone

from events.models import CampusPage, PublishedSlot, SessionPage
from tests.junk import JUNK
from tests.programmes import campus_of
from tests.queries import queries
from tests.translating import version

from .exported import calendar_of, of_xml

pytestmark = pytest.mark.django_db

HOME = "/editions/2018/"


@pytest.fixture
def rennes() -> CampusPage:
    return campus_of("2018", "rennes")


@pytest.fixture
def plenary() -> SessionPage:
    return SessionPage.objects.get(slug="les-enjeux")


@pytest.mark.whatever_the_database
def test_who_asks_again_gets_nothing_until_something_changes(rennes, client, editor):
    for name in ("programme.ics", "schedule.xml", "schedule.json", "programme/flux/"):
        first = client.get(HOME + name)
        assert first["Cache-Control"] == "public, max-age=300"
        again = client.get(HOME + name, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == first["ETag"]
        assert client.get(HOME + name).content == first.content
        assert "private" in editor.get(HOME + name)["Cache-Control"]
    tag = client.get(f"{HOME}programme.ics")["ETag"]
    page = SessionPage.objects.get(slug="les-enjeux")
    page.summary = "Un autre résumé."
    page.save_revision().publish()
    answer = client.get(f"{HOME}programme.ics", headers={"If-None-Match": tag})
    assert answer.status_code == 200 and "Un autre résumé." in answer.content.decode()


@pytest.mark.whatever_the_database
def test_favourites_are_a_calendar_of_their_own(rennes, plenary, client):
    keys = list(PublishedSlot.objects.filter(session=plenary).values_list("key", flat=True))
    address = f"{HOME}programme/favoris.ics?cle={keys[0]}&cle={keys[1]}"
    assert set(calendar_of(client, f"{address}&cle={uuid4()}&cle=x")) == {
        str(key) for key in keys[:2]
    }
    # A slot of another site is not in the programme of this one.
    here = f"{rennes.get_url()}programme/favoris.ics?" + "&".join(f"cle={key}" for key in keys)
    assert len(calendar_of(client, here)) == 1
    assert calendar_of(client, f"{HOME}programme/favoris.ics") == {}
    junk = "&".join(f"cle={value}&cle[]={value}" for value in JUNK.values())
    assert calendar_of(client, f"{HOME}programme/favoris.ics?{junk}") == {}
    assert len(calendar_of(client, f"{plenary.get_url()}seance.ics?{junk}")) == len(keys)
    many = "&".join(f"cle={uuid4()}" for _ in range(900))
    assert calendar_of(client, f"{HOME}programme/favoris.ics?{many}&cle={keys[0]}") == {}
    assert client.get(f"{HOME}programme/favoris.ics?{many}&{many}").status_code < 500


@pytest.mark.whatever_the_database
def test_pages_announce_their_exports_in_each_language(rennes, plenary, english, client):
    names = ("programme.ics", "schedule.xml", "schedule.json", "programme/flux/")
    for address in (HOME, f"{HOME}programme/", rennes.get_url(), f"{rennes.get_url()}programme/"):
        html = client.get(address).content.decode()
        home = address.replace("programme/", "")
        assert all(f'href="{home}{name}"' in html for name in names), address
    assert (
        f'href="webcal://testserver{HOME}programme.ics"'
        in client.get(f"{HOME}programme/").content.decode()
    )
    html = client.get(plenary.get_url()).content.decode()
    # One instant on six sites is one appointment: that where it is given, or that of one's site.
    for one in PublishedSlot.objects.filter(session=plenary):
        assert f'href="{plenary.get_url()}seance.ics?cle={one.key}"' in html
    key = PublishedSlot.objects.get(session=plenary, campus=rennes).key
    for page in (rennes, plenary):
        twin = version(page, english)
        twin.title = f"{page.title} in English"
        twin.save_revision().publish()
    there = rennes.get_translation(english).get_url()
    assert there.startswith("/en/")
    found = calendar_of(client, f"{there}programme.ics")[str(key)]
    assert str(found["summary"]) == f"{plenary.title} in English"
    assert len(of_xml(client.get(f"{there}schedule.xml").content)) == 17
    assert client.get(f"{there}programme/flux/").status_code == 200


def test_three_times_as_long_costs_the_same(rennes, plenary, client):
    names = ("programme.ics", "schedule.xml", "schedule.json", "programme/flux/")
    addresses = [HOME + name for name in (*names, "programme/favoris.ics")]
    addresses += [f"{rennes.get_url()}programme.ics", f"{plenary.get_url()}seance.ics"]
    slots = list(PublishedSlot.objects.filter(campus=rennes).select_related("session"))
    PublishedSlot.objects.filter(pk__in=[one.pk for one in slots[5:]]).delete()
    before = [queries(client, address) for address in addresses]
    now = timezone.now()
    PublishedSlot.objects.bulk_create(
        PublishedSlot(
            key=uuid4(),
            campus=rennes,
            session=one.session,
            kind="origin",
            start=datetime(2018, 7, 9, 8, number, tzinfo=UTC),
            status=one.status,
            title=one.title,
            session_type=one.session_type,
            changed_at=now,
        )
        for one in slots
        for number in range(3)
    )
    assert [queries(client, address) for address in addresses] == before
    assert max(before) <= 15
    assert len(of_xml(client.get(f"{rennes.get_url()}schedule.xml").content)) == 5 + 3 * len(slots)
