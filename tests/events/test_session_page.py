"""The page of a session: who speaks, where it may be followed, what it may be called."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from community.models import Person
from events.models import CampusPage, SessionPage, SessionSpeaker, Slot
from tests.programmes import at, campus_of, on_air, relay, session, slot

pytestmark = pytest.mark.django_db


@pytest.fixture
def plenary():
    return SessionPage.objects.get(slug="les-enjeux")


def test_only_names_that_may_be_shown_are(plenary, client):
    hidden = Person.objects.create(given_name="Ange", family_name="Discret")
    plenary.speakers.add(SessionSpeaker(person=hidden, function="Une fonction"))
    plenary.save_revision().publish()
    html = client.get(plenary.get_url()).content.decode()
    assert "Cynthia Fleury" in html and "Philosophe" in html
    assert "Discret" not in html and "Une fonction" not in html


@pytest.mark.whatever_the_database
def test_links_to_follow_it_and_what_came_out_of_it(plenary, client):
    on_air(plenary, timedelta())
    plenary.stream_url = "https://example.org/direct"
    plenary.phone = "01 00 00 00 00"
    plenary.aftermath = [("paragraph", "<p>On en a retenu ceci.</p>")]
    plenary.save_revision().publish()
    html = client.get(plenary.get_url()).content.decode()
    assert 'href="https://example.org/direct"' in html and "01 00 00 00 00" in html
    assert "On en a retenu ceci." in html
    plenary.stream_url = "ftp://example.org/direct"
    with pytest.raises(ValidationError) as refused:
        plenary.full_clean()
    assert "stream_url" in refused.value.error_dict


@pytest.mark.whatever_the_database
def test_the_links_are_there_while_they_serve(plenary, client):
    def shown() -> str:
        return client.get(plenary.get_url()).content.decode()

    assert client.get(plenary.get_url()).context["broadcast"].state == "none"
    assert "No public link" in shown() or "Pas de lien public" in shown()
    plenary.stream_url = "https://tube.example.org/w/kkGMgK9ZtnKfYAgnEtQxbv"
    plenary.audio_url = "https://example.org/direct"
    plenary.save_revision().publish()
    for hours, state in ((3, "later"), (0.4, "open"), (-1.5, "open"), (-3, "over")):
        on_air(plenary, timedelta(hours=hours))
        assert client.get(plenary.get_url()).context["broadcast"].state == state, hours
        assert ("https://example.org/direct" in shown()) == (state == "open")
        policy = client.get(plenary.get_url())["Content-Security-Policy"]
        assert ("https://tube.example.org" in policy) == (state == "open")
        assert "<iframe" not in shown()
    plenary.replay_url = "https://example.org/replay"
    plenary.save_revision().publish()
    assert client.get(plenary.get_url()).context["broadcast"].state == "replay"
    assert "https://example.org/replay" in shown()


@pytest.mark.whatever_the_database
def test_machines_read_when_and_whether_it_takes_place(plenary, client):
    plenary.status = "cancelled"
    plenary.save_revision().publish()
    html = client.get(plenary.get_url()).content.decode()
    data = json.loads(html.partition('application/ld+json">')[2].partition("</script>")[0])
    assert data["startDate"] == "2018-07-09T14:30:00+02:00"
    assert data["endDate"] == "2018-07-09T15:45:00+02:00"
    assert data["eventStatus"].endswith("EventCancelled")


@pytest.mark.whatever_the_database
@pytest.mark.parametrize("model", [SessionPage, CampusPage])
def test_an_address_that_the_page_above_answers_is_refused(model):
    page = model.objects.live().first()
    page.slug = "programme"
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert "slug" in refused.value.error_dict


@pytest.mark.whatever_the_database
def test_a_slot_is_either_given_or_relayed(plenary):
    rennes, cluny = campus_of("2018", "rennes"), campus_of("2018", "cluny")
    start = at(rennes, "2018-07-09 10:00")
    origin = slot(session(rennes, "Séance"), rennes, "2018-07-09 10:00")
    relay(origin, cluny)
    wrong = [
        {"kind": "origin"},
        {"kind": "relay"},
        {
            "kind": "relay",
            "origin": origin,
            "start": start,
            "campus": campus_of("2018", "martinique"),
        },
        {"kind": "origin", "start": start, "end": start},
        {"kind": "relay", "origin": origin, "campus": cluny},
    ]
    for values in wrong:
        values = {"session": origin.session, "campus": rennes, **values}
        with pytest.raises(IntegrityError), transaction.atomic():
            Slot.objects.create(**values)
    for values in ({"origin": origin, "campus": rennes}, {"origin": cluny.slots.last()}):
        one = Slot(session=origin.session, kind="relay", **{"campus": rennes, **values})
        with pytest.raises(ValidationError):
            one.clean()
