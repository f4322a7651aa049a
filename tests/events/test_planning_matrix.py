"""The matrix of an edition: who gives, who receives, a plenary typed once, and publishing."""

from datetime import UTC, datetime, time

import pytest
from django.urls import reverse

from events.models import ProgrammeVersion, PublishedSlot, Room, SessionPage, Slot
from tests.junk import check
from tests.planning import errors, planner_of, sent, shown
from tests.programmes import at, campus_of, new_campus, relay, session, slot
from tests.queries import queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def rennes():
    return campus_of("2018", "rennes")


@pytest.fixture
def reunion():
    return campus_of("2018", "la-reunion")


@pytest.fixture
def origin():
    """The slot of the plenary of 2018 that the other sites receive."""
    return SessionPage.objects.get(slug="les-enjeux").slots.get(origin=None)


def address_of(campus) -> str:
    return reverse("events_matrix", args=[campus.edition.pk])


def row_of(campus, one: Slot) -> str:
    return reverse("events_relays", args=[campus.edition.pk, one.pk])


def seen(one: Slot) -> str:
    return ",".join(str(pk) for pk in one.relays.values_list("campus", flat=True))


def rows(client, campus, query: str = ""):
    return client.get(address_of(campus) + query).context["matrix"].rows


def test_a_plenary_is_typed_once_and_read_at_the_hour_of_each_site(rennes, editor, client):
    noumea = new_campus(rennes, "Nouméa", "Pacific/Noumea")
    noumea.opens_at, noumea.closes_at = time(8), time(18)
    noumea.save()
    adding = reverse("events_shared_add", args=[rennes.edition.pk])
    assert shown(editor, adding)["everywhere"] == "True"
    typed = {"title": "Clôture", "session_type": "plenary", "status": "confirmed", "site": "x"}
    typed |= {"site": rennes.pk, "day": "2018-07-11", "start": "02:30", "end": "01:00"}
    assert errors(sent(editor, adding, **typed)).keys() == {"end"}
    sent(editor, adding, **{**typed, "start": "16:00", "end": "17:00"})
    one = Slot.objects.get(session__title="Clôture", origin=None)
    assert (one.start, one.campus) == (at(rennes, "2018-07-11 16:00"), rennes)
    assert one.session.get_parent().specific == rennes.edition
    assert one.relays.count() == 6
    row = next(row for row in rows(editor, rennes) if row.entry.slot == one)
    cells = {cell.campus.title: cell for cell in row.cells}
    assert cells["Rennes"].gives and not cells["Rennes"].relay
    assert [f"{cells[name].local:%H:%M}" for name in ("Rennes", "Martinique", "La Réunion")] == [
        "16:00", "10:00", "18:00",
    ]  # fmt: skip
    assert (cells["Nouméa"].days, cells["Nouméa"].closed) == (1, True)
    html = editor.get(address_of(rennes)).content.decode()
    late = one.relays.get(campus=noumea).key
    assert f'href="#slot-{late}"' in html and f'id="slot-{late}"' in html
    # Everything is made public at once, the shared session and those who receive it.
    publishing = reverse("events_publish_all", args=[rennes.edition.pk])
    page = editor.get(publishing)
    assert page.context["drafts"] == ["Clôture"]
    sites = [site.pk for site, _changes in page.context["sites"]]
    editor.post(publishing, {"sites": [*sites, "x"], "note": "Un mot\0"})
    assert not PublishedSlot.objects.filter(key=one.key).exists()
    editor.post(publishing, {"sites": [*sites, "x"], "note": "Avec Nouméa"})
    public = PublishedSlot.objects.filter(session=one.session, withdrawn=False)
    assert public.count() == 7
    assert set(public.values_list("start", flat=True)) == {datetime(2018, 7, 11, 14, tzinfo=UTC)}
    assert ProgrammeVersion.objects.filter(note="Avec Nouméa").count() == 7
    assert "Clôture" in client.get(f"{rennes.get_url()}programme/").content.decode()


def test_a_coordinator_changes_the_column_of_her_site_alone(rennes, reunion, origin):
    her = planner_of(reunion)
    row = rows(her, rennes)[0]
    assert {cell.campus.title for cell in row.cells if cell.changeable} == {"La Réunion"}
    others = set(origin.relays.exclude(campus=reunion).values_list("key", flat=True))
    her.post(row_of(rennes, origin), {"seen": seen(origin)})
    assert set(origin.relays.values_list("key", flat=True)) == others
    her.post(row_of(rennes, origin), {"seen": "", "receives": [rennes.pk, reunion.pk]})
    assert origin.relays.get(campus=reunion).start is None
    assert origin.relays.filter(key__in=others).count() == len(others) == 4
    # Somebody who saw an older table changes what they touched, and nothing else.
    her.post(row_of(rennes, origin), {"seen": ""})
    assert origin.relays.filter(campus=reunion).exists()
    elsewhere = planner_of(campus_of("2017", "cluny"))
    assert elsewhere.get(address_of(rennes))["Location"] == reverse("wagtailadmin_home")
    refused = elsewhere.post(row_of(rennes, origin), {"seen": seen(origin)})
    assert refused["Location"] == reverse("wagtailadmin_home")
    assert origin.relays.count() == 5


def test_one_click_for_all_another_site_gives_it_and_the_filter(rennes, reunion, origin, editor):
    workshop = slot(session(reunion, "Atelier du volcan"), reunion, "2018-07-10 10:00")
    assert workshop not in [row.entry.slot for row in rows(editor, rennes)]
    everything = rows(editor, rennes, "?seances=toutes")
    assert workshop in [row.entry.slot for row in everything]
    editor.post(row_of(rennes, workshop), {"seen": "", "everywhere": "1"})
    assert workshop.relays.count() == 5
    assert workshop in [row.entry.slot for row in rows(editor, rennes)]
    auditorium = Room.objects.get(campus=rennes)
    changing = reverse("events_origin", args=[rennes.edition.pk, origin.pk])
    assert errors(editor.post(changing, {"site": "9" * 40})).keys() == {"site"}
    editor.post(changing, {"site": reunion.pk})
    new = Slot.objects.get(session=origin.session, origin=None)
    assert (new.campus, new.start, new.relays.count()) == (reunion, origin.start, 5)
    assert new.relays.get(campus=rennes).room == auditorium
    for site in (reunion, rennes):
        publishing = reverse("events_publish", args=[site.pk])
        assert sent(editor, publishing).status_code == 302
    public = PublishedSlot.objects.filter(session=origin.session, withdrawn=False)
    assert public.get(campus=rennes).origin_key == new.key


def test_junk_in_the_matrix_is_refused(rennes, origin, editor):
    before = origin.relays.count()
    values = {"seen": f"x,,{'9' * 40},²,-1", "receives": ["x", "9" * 40, "\0", "999"]}
    check(editor.post(row_of(rennes, origin), values))
    check(editor.get(f"{address_of(rennes)}?seances=%00"))
    for path in (f"/admin/programmes/edition/{'9' * 40}/", row_of(rennes, origin)[:-7] + "x/"):
        assert editor.get(path).status_code == 404
    received = reverse("events_relays", args=[rennes.edition.pk, origin.relays.first().pk])
    assert editor.post(received).status_code == 404
    assert origin.relays.count() == before


def test_publishing_tells_what_changes_and_keeps_the_history(rennes, client):
    her = planner_of(rennes)
    publishing = reverse("events_publish", args=[rennes.pk])
    slot(session(rennes, "Atelier cartes"), rennes, "2018-07-10 14:30", "2018-07-10 16:00")
    waits = relay(slot(session(campus_of("2018", "cluny"), "Vin"), campus_of("2018", "cluny"),
                       "2018-07-10 18:00"), rennes)  # fmt: skip
    page = her.get(publishing)
    assert [change.kind for change in page.context["changes"]] == ["added"]
    assert [entry.slot for entry in page.context["waiting"]] == [waits]
    # The preview is the public page as it would be, and nothing stays of it.
    preview = her.get(reverse("events_preview", args=[rennes.pk])).content.decode()
    public = f"{rennes.get_url()}programme/"
    assert "Atelier cartes" in preview
    assert "Atelier cartes" not in client.get(public).content.decode()
    assert rennes.programme_versions.count() == 1
    # What changed while she was reading is read again first.
    stale = shown(her, publishing)
    slot(session(rennes, "Atelier plans"), rennes, "2018-07-11 09:00", "2018-07-11 10:00")
    again = her.post(publishing, {**stale, "note": "Deux ateliers"})
    assert errors(again)["__all__"] and again.context["form"]["note"].value() == "Deux ateliers"
    assert errors(sent(her, publishing, note="a" * 10_000)).keys() == {"note"}
    assert sent(her, publishing, note="Deux ateliers").status_code == 302
    assert "Atelier cartes" in client.get(public).content.decode()
    html = her.get(reverse("events_versions", args=[rennes.pk])).content.decode()
    assert "Deux ateliers" in html and "Atelier plans" in html
    assert "@maillage.example" not in html.split("<main")[1]
    # Whoever may change the site without publishing it prepares, and cannot publish.
    writer = planner_of(campus_of("2018", "strasbourg"), "add", "change")
    theirs = reverse("events_publish", args=[campus_of("2018", "strasbourg").pk])
    assert writer.get(theirs).status_code == 200
    assert writer.post(theirs, {"read": ""})["Location"] == reverse("wagtailadmin_home")


@pytest.mark.whatever_the_database
def test_the_matrix_costs_the_same_whatever_its_size(rennes, reunion, editor):
    her = planner_of(reunion)

    def grow(number: int) -> None:
        sites = [new_campus(rennes, f"Site {number}-{n}", "Indian/Reunion") for n in range(number)]
        for turn in range(number):
            one = slot(session(rennes.edition, f"Plénière {turn}"), rennes, "2018-07-10 09:00")
            for site in sites:
                relay(one, site)

    grow(2)
    address = f"{address_of(rennes)}?seances=toutes"
    before = [queries(who, address) for who in (editor, her)]
    grow(6)
    assert [queries(who, address) for who in (editor, her)] == before
    assert max(before) <= 40, before
