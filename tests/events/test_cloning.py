"""The next edition is made from one there is: all of it or nothing, and it can be undone."""

from datetime import date
from unittest import mock
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Collection, Page, ReferenceIndex

from community.models import Credit, Person
from defis.apps import Defis
from events.cloning.making import CloningFailed, clone
from events.cloning.plan import ClonePlan, SitePlan
from events.cloning.record import CannotUndo, undo
from events.coordination.groups import coordinators_group
from events.models import (
    CampusPage,
    EditionCloning,
    EditionPage,
    EditionPartner,
    Room,
    SessionPage,
    SessionSpeaker,
    Slot,
)
from tests.programmes import campus_of, relay, session, slot

pytestmark = pytest.mark.django_db


@pytest.fixture
def old() -> EditionPage:
    return EditionPage.objects.get(year=2018, locale__language_code="fr")


@pytest.fixture
def rennes() -> CampusPage:
    return campus_of("2018", "rennes")


def kept(*sites: CampusPage) -> tuple[SitePlan, ...]:
    return tuple(SitePlan(one.title, one.time_zone, one.territory, one) for one in sites)


def plan(old: EditionPage, *sites: SitePlan, **options) -> ClonePlan:
    options = {"first_day": date(2020, 1, 13), "slug": "2020", **options}
    return ClonePlan(old=old, year=2020, title="Université 2020", sites=sites, **options)


def everything() -> list[int]:
    models = (Page, Room, Slot, Group, Collection, EditionCloning, ReferenceIndex)
    return [model.objects.count() for model in models]


def test_the_structure_follows_and_local_hours_stay_across_summer_time(old, rennes, account):
    """The sessions of July, at the hours of Rennes, go to January: other offsets, same clocks."""
    reunion = campus_of("2018", "la-reunion")
    person = Person.objects.create(given_name="Zoé", family_name="Ici")
    closing = session(
        rennes,
        "Retours du soir",
        SessionSpeaker(person=person),
        status="confirmed",
        replay_url="https://exemple.fr/replay",
        stream_url="https://exemple.fr/direct",
    )
    evening = slot(closing, rennes, "2018-07-11 21:00", "2018-07-12 01:30", "Auditorium")
    relay(evening, reunion)
    Credit.objects.create(page=rennes, person=person, role="coordinator")
    new_sites = [
        SitePlan("Nouméa", "Pacific/Noumea", None, None, rennes, account("porteur")),
        SitePlan("Brest", "Europe/Paris", None, None, None),
    ]
    editor = account("editor")
    asked = plan(old, *kept(rennes, reunion), *new_sites, relay_everywhere=True)
    new = clone(asked, editor)

    sites = {one.slug: one for one in CampusPage.objects.child_of(new)}
    assert set(sites) == {"rennes", "la-reunion", "noumea", "brest"}
    again = sites["rennes"]
    assert (again.starts_on, again.ends_on) == (date(2020, 1, 13), date(2020, 1, 15))
    assert (again.venue, again.address) == (rennes.venue, rennes.address)
    assert not again.body and not again.practical and not again.figures.exists()
    assert not again.credits.exists() and not new.figures.exists() and not new.credits.exists()
    assert (new.ordinal, new.phase, new.short_name) == (
        5,
        "before",
        old.short_name.replace("2018", "2020"),
    )
    partners = EditionPartner.objects.filter(page=new)
    assert partners.count() == old.partners.count() > 0

    pages = new.get_descendants(inclusive=True)
    assert not pages.filter(live=True).exists()
    assert not pages.filter(latest_revision=None).exists()
    sessions = SessionPage.objects.descendant_of(new)
    assert set(sessions.values_list("status", flat=True)) == {"draft"}
    assert not SessionSpeaker.objects.filter(page__in=sessions).exists()
    assert not sessions.exclude(replay_url="", stream_url="").exists()
    before = SessionPage.objects.child_of(rennes)
    for site in ("rennes", "noumea"):
        titles = SessionPage.objects.child_of(sites[site]).values_list("title", flat=True)
        assert sorted(titles) == sorted(before.values_list("title", flat=True))
    assert not SessionPage.objects.child_of(sites["brest"]).exists()

    def local(site: CampusPage, title: str) -> list[str]:
        found = Slot.objects.get(campus=site, session__title=title, origin=None)
        return [f"{time.astimezone(site.zone):%d %H:%M}" for time in (found.start, found.end)]

    for site in (again, sites["noumea"]):
        assert local(site, "Retours du soir") == ["15 21:00", "16 01:30"]
    plenary = Slot.objects.get(session__in=sessions.child_of(new), origin=None)
    assert plenary.start.astimezone(ZoneInfo("Europe/Paris")).isoformat()[:16] == "2020-01-13T14:30"
    # In winter La Réunion is three hours ahead, in summer two: the instant is one.
    assert plenary.start.astimezone(sites["la-reunion"].zone).hour == 17
    assert plenary.room.campus == again
    assert set(plenary.relays.values_list("campus__slug", flat=True)) == {*sites} - {"rennes"}
    mine = Slot.objects.get(campus=again, session__title="Retours du soir")
    assert [one.campus.slug for one in mine.relays.all()] == ["la-reunion"]

    assert account("porteur") in coordinators_group(sites["noumea"]).user_set.all()
    assert not coordinators_group(again).user_set.exists()
    assert ReferenceIndex.objects.filter(object_id=str(new.pk)).exists()
    assert sessions.search("Retours du soir", fields=["title"]).count() >= 2
    assert clone(asked, editor) == new, "A form sent twice"


@pytest.mark.parametrize("number", [0, 1])
def test_with_few_sites_a_shared_session_waits_or_finds_another_host(old, account, number):
    reunion = campus_of("2018", "la-reunion")
    new = clone(plan(old, *kept(reunion)[:number], rooms=False, partners=False), account("editor"))
    assert CampusPage.objects.child_of(new).count() == number
    assert SessionPage.objects.child_of(new).count() == 1
    slots = Slot.objects.filter(session__in=SessionPage.objects.child_of(new))
    # The hour is still that of Paris: it was given there.
    hours = [one.start.astimezone(ZoneInfo("Europe/Paris")).hour for one in slots]
    assert hours == [14] * number
    assert not Room.objects.filter(campus__in=CampusPage.objects.child_of(new)).exists()
    assert not new.partners.exists()


def test_plugins_follow_and_a_failure_leaves_nothing(old, rennes, account):
    before = everything()
    failing = mock.patch.object(Defis, "clone_edition", side_effect=ValueError)
    with failing, pytest.raises(CloningFailed, match="defis"):
        clone(plan(old, *kept(rennes)), account("editor"))
    assert everything() == before
    with mock.patch.object(Defis, "clone_edition") as told:
        new = clone(plan(old, *kept(rennes)), account("editor"))
    (source, made, pages), _options = told.call_args
    assert (source, made, pages[old.pk]) == (old, new, new)
    assert pages[rennes.pk].title == "Rennes"
    assert new.get_descendants().type(CampusPage, SessionPage).count() == len(pages) - 1


def test_undoing_removes_all_of_it_unless_somebody_worked_on_it(old, rennes, account, english):
    before = everything()
    editor = account("editor")
    new = clone(plan(old, *kept(rennes)), editor)
    undo(EditionCloning.objects.get(edition=new), editor)
    assert everything() == before

    def edited(page: Page) -> None:
        page.specific.save_revision()

    def published(page: Page) -> None:
        page.specific.get_latest_revision().publish()

    def coordinated(page: Page) -> None:
        coordinators_group(page).user_set.add(account("porteur"))

    touches = [
        edited,
        published,
        coordinated,
        lambda page: Room.objects.create(campus=page, name="Patio"),
        lambda page: Slot.objects.filter(campus=page).first().delete(),
        lambda page: session(page, "Ajoutée"),
        lambda page: SessionPage.objects.child_of(page).first().delete(),
        lambda page: page.copy_for_translation(english, copy_parents=True),
    ]
    for number, touch in enumerate(touches):
        new = clone(plan(old, *kept(rennes), slug=f"2020-{number}"), editor)
        touch(CampusPage.objects.child_of(new).get())
        with pytest.raises(CannotUndo) as refused:
            undo(EditionCloning.objects.get(edition=new), editor)
        assert refused.value.reasons
        assert EditionPage.objects.filter(pk=new.pk).exists()
