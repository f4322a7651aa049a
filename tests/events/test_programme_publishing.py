"""From the working programme to the public one: versions, sequences, relays."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from events.models import ProgrammeVersion, PublishedSlot, SessionPage, Slot
from events.programme.changes import changes
from events.programme.publishing import publish, publish_shared
from tests.programmes import at, campus_of, new_campus, relay, session, slot

pytestmark = pytest.mark.django_db


@pytest.fixture
def rennes():
    return campus_of("2018", "rennes")


@pytest.fixture
def plenary():
    return SessionPage.objects.get(slug="les-enjeux")


def published(one: Slot) -> PublishedSlot:
    return PublishedSlot.objects.get(key=one.key)


def texts(made) -> list[str]:
    with translation.override("fr"):
        return [change.text.replace("\xa0", " ") for change in made]


def kinds(campus) -> list[str]:
    version = campus.programme_versions.first()
    return [change.kind for change in version.readable_changes]


def test_nothing_to_publish_makes_no_version(rennes):
    assert changes(rennes) == []
    assert publish(rennes, None) is None
    assert rennes.programme_versions.count() == 1


def test_a_draft_shows_once_the_programme_is_published(rennes, client, account):
    page = session(rennes, "Atelier cartes")
    one = slot(page, rennes, "2018-07-10 14:30", "2018-07-10 15:00", room="Salle 2")
    address = f"{rennes.get_url()}programme/"
    assert "Atelier cartes" not in client.get(address).content.decode()
    assert [change.kind for change in changes(rennes)] == ["added"]
    assert "mardi 10 juillet, 14 h 30 – 15 h" in texts(changes(rennes))[0]
    version = publish(rennes, account("editor"), "Un atelier de plus")
    assert (version.number, version.note) == (2, "Un atelier de plus")
    assert version.published_by == account("editor")
    assert published(one).sequence == 0
    assert "Atelier cartes" in client.get(address).content.decode()
    # A change of words in a draft waits for the next publication, then bumps the sequence.
    page.refresh_from_db()
    page.title = "Atelier cartes et plans"
    page.save_revision()
    assert "et plans" not in client.get(address).content.decode()
    assert [change.kind for change in changes(rennes)] == ["renamed"]
    publish(rennes, None)
    assert published(one).sequence == 1
    assert "et plans" in client.get(address).content.decode()
    one.room, one.end = None, None
    one.save()
    assert [change.kind for change in changes(rennes)] == ["moved", "room"]
    publish(rennes, None)
    assert published(one).sequence == 2
    one.delete()
    assert [change.kind for change in changes(rennes)] == ["removed"]
    publish(rennes, None)
    assert (published(one).sequence, published(one).withdrawn) == (3, True)
    assert changes(rennes) == [] and publish(rennes, None) is None


def test_moving_the_origin_moves_every_relay(rennes, plenary, asked):
    origin = plenary.slots.get(origin=None)
    origin.start, origin.end = at(rennes, "2018-07-09 15:00"), at(rennes, "2018-07-09 16:00")
    origin.save()
    moved = texts(changes(rennes))
    assert "14 h 30 – 15 h 45 → lundi 9 juillet, 15 h – 16 h" in moved[0]
    publish(rennes, None)
    slots = PublishedSlot.objects.filter(session=plenary)
    assert {(one.start, one.end, one.sequence) for one in slots} == {(origin.start, origin.end, 1)}
    reunion = campus_of("2018", "la-reunion")
    assert kinds(reunion) == ["moved"]
    last = reunion.programme_versions.first()
    assert "17 h – 18 h" in texts(last.readable_changes)[0]
    assert ProgrammeVersion.objects.filter(number=2).count() == 6
    origin.delete()
    publish(rennes, None)
    assert not slots.filter(withdrawn=False).exists()
    assert kinds(reunion) == ["removed"]


def test_a_relay_waits_for_its_origin(rennes):
    cluny = campus_of("2018", "cluny")
    one = relay(slot(session(rennes, "Table ronde"), rennes, "2018-07-10 10:00"), cluny)
    assert publish(cluny, None) is None
    publish(rennes, None)
    assert [change.kind for change in changes(cluny)] == ["added"]
    publish(cluny, None)
    assert published(one).start == one.origin.start


def test_the_pages_own_editor_keeps_the_programmes_in_step(plenary, rennes, account):
    origin = plenary.slots.get(origin=None)
    plenary.save_revision(user=account("editor")).publish()
    assert published(origin).sequence == 0
    plenary.status = "cancelled"
    plenary.save_revision(user=account("editor")).publish()
    slots = PublishedSlot.objects.filter(session=plenary)
    assert {(one.sequence, one.status) for one in slots} == {(1, "cancelled")}
    assert kinds(rennes) == kinds(campus_of("2018", "martinique")) == ["cancelled"]
    assert rennes.programme_versions.first().published_by == account("editor")
    plenary.unpublish()
    assert {(one.sequence, one.withdrawn) for one in slots.all()} == {(2, True)}
    plenary.refresh_from_db()
    plenary.save_revision().publish()
    assert {(one.sequence, one.withdrawn) for one in slots.all()} == {(3, False)}
    assert kinds(rennes) == ["restored"]


def test_a_shared_draft_is_published_with_the_edition(plenary, rennes, account):
    plenary.title = "Les enjeux, en bref"
    plenary.save_revision()
    assert changes(rennes) == []
    assert publish_shared(rennes.edition, account("editor")) == [plenary]
    assert kinds(rennes) == ["renamed"]


def test_who_may_not_publish_the_pages_may_not_publish_the_programme(rennes, account):
    slot(session(rennes, "Atelier"), rennes, "2018-07-10 10:00")
    with pytest.raises(PermissionDenied):
        publish(rennes, account("porteur"))
    assert len(changes(rennes)) == 1


def test_what_is_deleted_leaves_the_programmes_of_others(rennes, plenary):
    key = published(plenary.slots.get(origin=None)).key
    plenary.delete()
    gone = PublishedSlot.objects.get(key=key)
    assert (gone.session, gone.withdrawn, gone.sequence) == (None, True, 1)
    assert kinds(rennes) == ["removed"]
    edition = rennes.get_parent().specific
    sites = list(edition.get_children().values_list("pk", flat=True))
    edition.delete()
    assert not PublishedSlot.objects.filter(campus__in=sites).exists()
    assert not Slot.objects.filter(campus__in=sites).exists()


def test_a_site_far_away_publishes_alone(rennes, plenary):
    noumea = new_campus(rennes, "Nouméa", "Pacific/Noumea")
    relay(plenary.slots.get(origin=None), noumea)
    version = publish(noumea, None)
    assert version.number == 1 and len(version.changes) == 1
    assert rennes.programme_versions.count() == 1
