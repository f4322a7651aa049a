"""The thirteen sites of 2019, made from the edition of 2018 as an editor would."""

from typing import Any

from community.demo.loader import DemoLoader
from community.models import Territory
from events.cloning.making import fill
from events.cloning.plan import ClonePlan, SitePlan
from events.cloning.zones import zone_of_place
from events.models import CampusPage, EditionPage, SessionPage, SessionStatus
from events.programme.publishing import publish


def load_next_edition(demo: DemoLoader) -> None:
    """Give the edition of 2019 its sites and a shared plenary, unless it has sites already."""
    data = demo.data("events/sites_2019")
    editions = EditionPage.objects.descendant_of(demo.home)
    old, new = editions.get(slug="2018"), editions.get(slug="2019")
    if CampusPage.objects.child_of(new).exists():
        return
    plan = ClonePlan(
        old=old,
        year=new.year,
        title=new.title,
        slug=new.slug,
        first_day=data["first_day"],
        sites=tuple(_site(demo, row, data["site"]["title"]) for row in data["site"]["names"]),
        relay_everywhere=True,
    )
    pages = fill(plan, new, demo.users["editor"])
    told = {"starts_on": data["first_day"], "ends_on": data["last_day"]}
    sites = list(CampusPage.objects.child_of(new).order_by("path"))
    for campus in sites:
        _publish(demo, campus, summary=data["site"]["summary"], **told)
    plenary = data["plenary"]
    shared = SessionPage.objects.child_of(old).get(slug=plenary["from"])
    texts = {name: plenary[name] for name in ("slug", "title", "summary")}
    _publish(demo, pages[shared.pk], status=SessionStatus.CONFIRMED, **texts)
    # The first gives what the others relay: a relay is published once its origin is.
    for campus in sites:
        publish(campus, None)


def _site(demo: DemoLoader, row: dict[str, str], title: str) -> SitePlan:
    territory = demo.find(Territory, row["territory"])
    return SitePlan(
        title=title % row["name"],
        time_zone=zone_of_place((row["name"],), territory),
        territory=territory,
    )


def _publish(demo: DemoLoader, page: Any, **fields: Any) -> None:
    for name, value in {**fields, "fictional": True}.items():
        setattr(page, name, value)
    page.save_revision(user=demo.users["editor"]).publish(user=demo.users["editor"])
    demo.created += 1
