"""Makes the sites of a new edition, with their rooms and their groups."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.text import slugify

from events.coordination.groups import coordinators_group
from events.models import CampusPage, EditionPage, Room

from .plan import ClonePlan, SitePlan
from .shift import moved_day

#: What is true of a place from one year to the next. Texts are not: they tell of what happened.
PLACE = ("venue", "address", "access", "accessibility", "opens_at", "closes_at")


@dataclass
class Sites:
    """The sites made, in order, each with its plan; and what they take from the old edition.

    ``successors``: the new site of each old one that lives on, by key. ``rooms``: the new room of
    each old one.
    """

    made: list[tuple[SitePlan, CampusPage]] = field(default_factory=list)
    successors: dict[int, CampusPage] = field(default_factory=dict)
    rooms: dict[int, Room] = field(default_factory=dict)


def make_sites(plan: ClonePlan, new: EditionPage, days: int, user: Any) -> Sites:
    """Make the sites of ``plan`` below ``new`` as drafts, their dates moved by ``days``."""
    sites = Sites()
    taken: set[str] = set()
    for each in plan.sites:
        campus = _campus(each, new, days, _free_slug(each, taken))
        campus.owner = user
        new.add_child(instance=campus)
        campus.save_revision(user=user, changed=False, clean=False)
        if each.coordinator is not None:
            # The group is made with the site: events.coordination.signals.
            each.coordinator.groups.add(coordinators_group(campus))
        sites.made.append((each, campus))
        if each.old is not None:
            sites.successors[each.old.pk] = campus
            if plan.rooms:
                sites.rooms |= _rooms(each.old, campus)
    return sites


def _campus(each: SitePlan, new: EditionPage, days: int, slug: str) -> CampusPage:
    campus = CampusPage(
        title=each.title,
        slug=slug,
        territory=each.territory,
        time_zone=each.time_zone,
        starts_on=new.starts_on,
        ends_on=new.ends_on,
        locale=new.locale,
        live=False,
        has_unpublished_changes=True,
    )
    if each.old is not None:
        campus.starts_on = moved_day(each.old.starts_on, days) or new.starts_on
        campus.ends_on = moved_day(each.old.ends_on, days) or new.ends_on
        for name in PLACE:
            setattr(campus, name, getattr(each.old, name))
    return campus


def _free_slug(each: SitePlan, taken: set[str]) -> str:
    """The address of the site: as before when its name is, and never one of its neighbours'."""
    same = each.old is not None and each.old.title == each.title
    wanted = each.slug or (each.old.slug if same and each.old else slugify(each.title)) or "site"
    slug = next(
        name
        for name in (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3)))
        if name not in taken and name != "programme"
    )
    taken.add(slug)
    return slug


def _rooms(old: CampusPage, campus: CampusPage) -> dict[int, Room]:
    kept = ("name", "capacity", "note", "sort_order")
    before = list(old.rooms.all())
    rooms = [Room(campus=campus, **{name: getattr(room, name) for name in kept}) for room in before]
    Room.objects.bulk_create(rooms)
    return {room.pk: made for room, made in zip(before, rooms, strict=True)}
