"""The programme's editor of a site: adding, changing, removing, by those who may."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from events.models import PublishedSlot, Room, SessionPage, Slot
from events.programme.warnings import warnings
from events.programme.working import working_entries
from tests.junk import BREAKOUT, SCRIPT, check
from tests.planning import edit, errors, planner_of, sent, shown
from tests.programmes import at, campus_of, new_campus, relay, session, slot
from tests.queries import queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def rennes():
    return campus_of("2018", "rennes")


@pytest.fixture
def her(rennes):
    """The browser of the coordinator of Rennes."""
    return planner_of(rennes)


def editor_of(campus) -> str:
    return reverse("events_programme", args=[campus.pk])


def adding(campus, query: str = "") -> str:
    return reverse("events_slot_add", args=[campus.pk]) + query


def entry_of(one: Slot):
    return next(entry for entry in working_entries(one.campus) if entry.slot.pk == one.pk)


def test_a_coordinator_plans_her_site_and_no_other(rennes, her, editor, porteur, client):
    reunion = campus_of("2018", "la-reunion")
    shown = her.get(reverse("events_programmes")).content.decode()
    assert editor_of(rennes) in shown and editor_of(reunion) not in shown
    html = her.get(editor_of(rennes)).content.decode()
    assert "Auditorium" in html and "14\xa0h\xa030" in html
    assert adding(rennes) in html
    theirs = slot(session(reunion, "Atelier"), reunion, "2018-07-10 10:00")
    for name, *ids in (
        ("programme", reunion.pk),
        ("slot_add", reunion.pk),
        ("slot_edit", reunion.pk, theirs.pk),
        ("slot_remove", reunion.pk, theirs.pk),
        ("slot_restore", reunion.pk),
        ("relay_add", reunion.pk),
        ("rooms", reunion.pk),
        ("publish", reunion.pk),
        ("preview", reunion.pk),
        ("versions", reunion.pk),
        ("shared_add", rennes.edition.pk),
        ("publish_all", rennes.edition.pk),
        ("origin", rennes.edition.pk, theirs.pk),
    ):
        address = reverse(f"events_{name}", args=ids)
        for who in (her, porteur):
            assert who.post(address)["Location"] == reverse("wagtailadmin_home"), name
        assert reverse("account_login") in client.get(address)["Location"]
    assert Slot.objects.filter(pk=theirs.pk).exists()
    # The slot of another site is not there for her, whatever the address says.
    other = her.post(reverse("events_slot_remove", args=[rennes.pk, theirs.pk]))
    assert other.status_code == 404
    # The button stands above the page of the site, and the entry in the menu, for her alone.
    assert editor_of(rennes) in her.get(f"/admin/pages/{rennes.pk}/edit/").content.decode()
    assert reverse("events_programmes") in her.get("/admin/").content.decode()
    assert reverse("events_programmes") not in porteur.get("/admin/").content.decode()
    assert editor.get(editor_of(reunion)).status_code == 200


def test_a_session_is_added_and_changed_as_a_draft(rennes, her):
    auditorium = Room.objects.get(campus=rennes)
    query = f"?jour=2018-07-10&debut=14:30&salle={auditorium.pk}"
    proposed = shown(her, adding(rennes, query))
    assert (proposed["day"], proposed["start"]) == ("2018-07-10", "14:30:00")
    assert proposed["room"] == str(auditorium.pk)
    # A title that makes the address of a page of the site, or no address at all.
    for title, slug in (("Programme", "seance-programme"), ("🦄", "seance"), ("🦄", "seance-2")):
        sent(her, adding(rennes, query), title=title, session_type="workshop", end="16 h 05")
        one = Slot.objects.get(session__slug=slug)
        assert (one.start, one.end) == (
            at(rennes, "2018-07-10 14:30"),
            at(rennes, "2018-07-10 16:05"),
        )
    page = one.session
    assert (page.live, page.get_parent().specific, page.locale) == (False, rennes, rennes.locale)
    response = sent(
        her, edit(one), title="Licornes", status="confirmed", room="", start="23:00", end="00:30",
        last_day="2018-07-11",
    )  # fmt: skip
    assert response["Location"] == f"{editor_of(rennes)}#slot-{one.key}"
    one.refresh_from_db()
    assert (one.room, one.end) == (None, at(rennes, "2018-07-11 00:30"))
    assert (entry_of(one).title, entry_of(one).status) == ("Licornes", "confirmed")
    page.refresh_from_db()
    assert page.has_unpublished_changes and not page.live
    assert not PublishedSlot.objects.filter(key=one.key).exists()
    assert shown(her, edit(one))["last_day"] == "2018-07-11"
    # The same draft again makes no revision.
    before = page.revisions.count()
    sent(her, edit(one))
    assert page.revisions.count() == before


def test_what_is_wrong_is_said_by_its_field_and_keeps_what_was_typed(rennes, her):
    typed = {"title": "Atelier", "day": "2026-03-29", "start": "09:00", "end": "10:00"}
    for values, field in (
        ({"start": "02:30"}, "start"),
        ({"day": "2026-10-25", "start": "01:00", "end": "02:30"}, "end"),
        ({"end": "08:59"}, "end"),
        ({"end": "10:00", "last_day": "2026-03-28"}, "end"),
        ({"day": "demain"}, "day"),
        ({"day": "0001-01-01"}, "day"),
        ({"day": "9999-12-31"}, "day"),
        ({"start": "25:99"}, "start"),
        ({"start": "\0"}, "start"),
        ({"title": "a" * 10_000}, "title"),
        ({"title": "a\0b"}, "title"),
        ({"title": " "}, "title"),
        ({"session_type": SCRIPT}, "session_type"),
        ({"room": "9" * 30}, "room"),
        ({"parallel_group": BREAKOUT * 9}, "parallel_group"),
        ({"seen": "[" * 100_000}, None),
    ):
        response = her.post(adding(rennes), {**shown(her, adding(rennes)), **typed, **values})
        if field is None:
            continue
        found = errors(response)
        assert list(found) == [field], values
        check(response, cut=False)
        for name, value in {**typed, **values}.items():
            assert response.context["form"][name].value() == value
    junk = "?seance=9999999999999999&jour=%00&debut=x&salle=-1&depuis=" + "9" * 40
    check(her.get(adding(rennes, junk)))
    for address in (f"/admin/programmes/{'9' * 40}/", f"{editor_of(rennes)}creneaux/{'9' * 40}/"):
        assert her.get(address).status_code in (302, 404)


def test_two_persons_at_once_lose_nothing(rennes, her, editor):
    one = slot(session(rennes, "Atelier"), rennes, "2018-07-10 10:00", "2018-07-10 11:00")
    opened = shown(her, edit(one))
    sent(editor, edit(one), title="Atelier cartes", start="10:30", status="confirmed")
    hers = {**opened, "title": "Atelier plans", "end": "12:00"}
    response = her.post(edit(one), hers)
    found = errors(response)
    assert set(found) == {"title", "__all__"} and "Atelier cartes" in found["title"][0]
    form = response.context["form"]
    # What she typed stays, what she did not touch follows what the other person wrote.
    assert [form[name].value() for name in ("title", "end", "start", "status")] == [
        "Atelier plans", "12:00", "10:30", "confirmed",
    ]  # fmt: skip
    again = {field.name: field.value() for field in form}
    assert her.post(edit(one), again).status_code == 302
    assert (entry_of(one).title, entry_of(one).status) == ("Atelier plans", "confirmed")
    one.refresh_from_db()
    assert (one.start, one.end) == (at(rennes, "2018-07-10 10:30"), at(rennes, "2018-07-10 12:00"))
    # Removed meanwhile: the same form puts it back, with the same page.
    editor.post(reverse("events_slot_remove", args=[rennes.pk, one.pk]))
    lost = her.post(f"{edit(one)}?seance={one.session_id}", {**opened, "title": "Atelier murs"})
    assert errors(lost)["__all__"] and lost.context["form"]["title"].value() == "Atelier murs"
    her.post(lost.context["action"], {**opened, "title": "Atelier murs"})
    assert Slot.objects.get(session=one.session_id).start == at(rennes, "2018-07-10 10:00")


def test_remove_and_undo_with_those_who_receive_it(rennes, her):
    cluny = campus_of("2018", "cluny")
    one = slot(session(rennes, "Table ronde"), rennes, "2018-07-10 10:00", room="Salle 2")
    received = relay(one, cluny)
    address = reverse("events_slot_remove", args=[rennes.pk, one.pk])
    assert "Cluny" in her.get(address).content.decode()
    assert Slot.objects.filter(pk=one.pk).exists()
    her.post(address)
    assert not Slot.objects.filter(key__in=[one.key, received.key]).exists()
    page = her.get(editor_of(rennes))
    assert page.context["removed"] == "Table ronde"
    assert "Table ronde" in [title for _session, title in page.context["loose"]]
    her.post(reverse("events_slot_restore", args=[rennes.pk]))
    back = Slot.objects.get(key=one.key)
    assert (back.start, back.room.name) == (one.start, "Salle 2")
    assert Slot.objects.get(key=received.key).origin == back
    assert her.get(editor_of(rennes)).context["removed"] == ""
    assert her.post(reverse("events_slot_restore", args=[rennes.pk])).status_code == 302
    assert Slot.objects.filter(session=one.session).count() == 2


def test_the_same_session_once_more_and_another_with_its_texts(rennes, her):
    page = session(rennes, "Atelier", summary="Trois heures avec des cartes.")
    one = slot(page, rennes, "2018-07-10 10:00", "2018-07-10 11:00")
    query = f"?seance={page.pk}&depuis={one.pk}"
    assert shown(her, adding(rennes, query))["start"] == "10:00"
    sent(her, adding(rennes, query), start="14:00", end="15:00")
    sent(her, adding(rennes, f"{query}&copie"), title="Atelier, suite")
    assert page.slots.count() == 2
    other = SessionPage.objects.get(title="Atelier, suite")
    assert (other.summary, other.live, other.slots.get().start) == (page.summary, False, one.start)


def test_a_relay_has_a_room_of_its_own_and_the_time_of_its_origin(rennes, her):
    cluny, reunion = campus_of("2018", "cluny"), campus_of("2018", "la-reunion")
    given = slot(session(reunion, "Séance du soir"), reunion, "2018-07-10 19:00")
    receiving = reverse("events_relay_add", args=[rennes.pk])
    labels = dict(her.get(receiving).context["form"].fields["origin"].choices)
    assert "17\xa0h" in labels[str(given.pk)]
    assert errors(her.post(receiving, {"origin": "999", "room": "x"})).keys() == {"origin", "room"}
    auditorium = Room.objects.get(campus=rennes)
    her.post(receiving, {"origin": given.pk, "room": auditorium.pk})
    one = Slot.objects.get(campus=rennes, origin=given)
    assert (one.room, one.session) == (auditorium, given.session)
    assert set(shown(her, edit(one))) == {"room", "seen"}
    sent(her, edit(one), room="", title="Volée", start="08:00")
    one.refresh_from_db()
    assert (one.room, one.starts_at) == (None, datetime(2018, 7, 10, 15, tzinfo=UTC))
    # A session of all the sites: its place is hers, its words are the edition's.
    plenary = SessionPage.objects.get(slug="les-enjeux")
    origin = plenary.slots.get(campus=rennes, origin=None)
    sent(her, edit(origin), title="Volée", start="15:00", end="16:00")
    assert entry_of(origin).title == plenary.title
    assert plenary.slots.get(campus=cluny).starts_at == at(rennes, "2018-07-09 15:00")


def test_rooms_are_added_renamed_ordered_and_removed(rennes, her):
    address = reverse("events_rooms", args=[rennes.pk])
    auditorium = Room.objects.get(campus=rennes)
    rows = {"salles-TOTAL_FORMS": 3, "salles-INITIAL_FORMS": 1, "salles-0-id": auditorium.pk}
    rows |= {"salles-0-name": "Grand auditorium", "salles-0-sort_order": 2}
    rows |= {"salles-1-name": "Salle 2", "salles-1-sort_order": 1, "salles-2-name": ""}
    assert her.post(address, rows)["Location"] == editor_of(rennes)
    assert [str(room) for room in rennes.rooms.all()] == ["Salle 2", "Grand auditorium"]
    # What the public programme names stays until it names it no more.
    gone = her.post(address, {**rows, "salles-0-DELETE": "on", "salles-TOTAL_FORMS": 1})
    assert "Grand auditorium" in gone.context["rooms"].non_form_errors()[0]
    other = Room.objects.get(campus=rennes, name="Salle 2")
    one = slot(session(rennes, "Atelier"), rennes, "2018-07-10 10:00", room="Salle 2")
    rows |= {"salles-TOTAL_FORMS": 1, "salles-0-id": other.pk, "salles-0-DELETE": "on"}
    her.post(address, rows)
    one.refresh_from_db()
    assert one.room is None and not rennes.rooms.filter(name="Salle 2").exists()
    kept = {**rows, "salles-0-DELETE": ""}
    for junk in ({}, {**rows, "salles-TOTAL_FORMS": "9" * 30}, {**kept, "salles-0-id": "x"}):
        assert her.post(address, junk).status_code == 200
    elsewhere = Room.objects.create(campus=campus_of("2018", "cluny"), name="Cloître")
    for values in (kept, rows):
        her.post(address, {**values, "salles-0-id": elsewhere.pk})
    elsewhere.refresh_from_db()
    assert (elsewhere.name, elsewhere.campus.slug) == ("Cloître", "cluny")


def test_warnings_stand_beside_the_grid_and_lead_to_their_slot(rennes, her):
    one = slot(session(rennes, "Un"), rennes, "2018-07-10 10:00", "2018-07-10 11:00", "Salle 2")
    slot(session(rennes, "Deux"), rennes, "2018-07-10 10:30", "2018-07-10 12:00", "Salle 2")
    html = her.get(editor_of(rennes)).content.decode()
    clash = next(found for found in warnings(rennes) if found.code == "room_clash")
    assert one.key in clash.keys
    assert f'href="#slot-{one.key}"' in html and f'id="slot-{one.key}"' in html


@pytest.mark.whatever_the_database
def test_the_editor_costs_the_same_whatever_the_length(rennes, her):
    def grow(number: int) -> None:
        for site in (rennes, campus_of("2018", "cluny")):
            for turn in range(number):
                page = session(site, f"Séance {turn}")
                one = slot(page, site, f"2018-07-10 {turn % 12 + 10}:00", room=f"Salle {turn % 4}")
                relay(one, new_campus(site, f"Site {site.pk}-{number}-{turn}", "Indian/Reunion"))

    address = editor_of(rennes)
    grow(2)
    before = queries(her, address)
    grow(6)
    assert queries(her, address) == before <= 40, her.report
