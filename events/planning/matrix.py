"""Who gives and who receives what, in an edition: sessions in rows, sites in columns."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from events.models import CampusPage, EditionPage, SessionPage, Slot
from events.programme.facts import is_below
from events.programme.source import campuses_of
from events.programme.warnings import closed
from events.programme.working import WorkingEntry, draft_of, working_entries

from .relay import receive


@dataclass(frozen=True)
class Cell:
    """A session at a site: given, received or neither, and when, on the clocks of the site.

    ``closed``: the site is not open then. ``changeable``: this person may change it.
    """

    campus: CampusPage
    gives: bool
    relay: Slot | None
    local: datetime
    days: int
    closed: bool
    changeable: bool


@dataclass(frozen=True)
class Row:
    """A session given at a site, with what each site makes of it."""

    entry: WorkingEntry
    cells: list[Cell]

    @property
    def day(self) -> date:
        """The day on which it is given."""
        return self.entry.local_start.date()

    @property
    def form(self) -> str:
        """The id of the form that changes it."""
        return f"row-{self.entry.slot.pk}"

    @property
    def seen(self) -> str:
        """The sites that receive it, for the form that changes them."""
        return ",".join(str(cell.campus.pk) for cell in self.cells if cell.relay)


@dataclass(frozen=True)
class Matrix:
    """The rows, the sites, and the shared sessions that have no time yet, with their titles."""

    sites: list[CampusPage]
    rows: list[Row]
    loose: list[tuple[SessionPage, str]]


def matrix(edition: EditionPage, mine: Collection[int], *, everything: bool = False) -> Matrix:
    """Return the sessions that several sites share, or ``everything``; ``mine``: one's sites."""
    sites = list(campuses_of(edition).defer("body"))
    entries = working_entries(edition)
    relays: dict[int, dict[int, Slot]] = defaultdict(dict)
    for entry in entries:
        if entry.is_relay:
            relays[entry.slot.origin_id][entry.campus.pk] = entry.slot
    rows = []
    for entry in entries:
        shared = not is_below(entry.session, entry.campus)
        received = relays[entry.slot.pk]
        if entry.is_relay or not (everything or shared or received):
            continue
        cells = [_cell(entry, site, received.get(site.pk), site.pk in mine) for site in sites]
        rows.append(Row(entry, cells))
    pages = SessionPage.objects.child_of(edition).exclude(pk__in=Slot.objects.values("session"))
    loose = [
        (page, draft_of(page)["title"])
        for page in pages.select_related("latest_revision").defer("body", "aftermath")
    ]
    return Matrix(sites, rows, loose)


def _cell(entry: WorkingEntry, site: CampusPage, relay: Slot | None, changeable: bool) -> Cell:
    local = entry.start.astimezone(site.zone)
    end = entry.end.astimezone(site.zone) if entry.end else None
    return Cell(
        campus=site,
        gives=site.pk == entry.campus.pk,
        relay=relay,
        local=local,
        days=(local.date() - entry.local_start.date()).days,
        closed=closed(site, local, end),
        changeable=changeable,
    )


@transaction.atomic
def set_relays(origin: Slot, wanted: set[int], seen: set[int], allowed: Collection[int]) -> int:
    """Make the sites ``wanted`` receive ``origin``, and no longer those only ``seen``.

    Only what differs from what the person saw is changed, and only at the sites ``allowed``;
    returns how many sites changed.
    """
    sites = set(allowed) - {origin.campus_id}
    gone = origin.relays.filter(campus__in=(seen - wanted) & sites)
    changed = gone.count()
    gone.delete()
    for campus in CampusPage.objects.filter(pk__in=(wanted - seen) & sites):
        receive(origin, campus)
        changed += 1
    return changed


@transaction.atomic
def give_from(origin: Slot, campus: CampusPage) -> Slot:
    """Make ``campus`` give what ``origin`` gives, at the same instant; return its slot.

    The site that gave it receives it from now on. A slot never changes site, because calendars
    know it by its key: the new origin is another slot.
    """
    new = Slot.objects.create(
        session_id=origin.session_id, campus=campus, start=origin.start, end=origin.end
    )
    origin.relays.filter(campus=campus).delete()
    origin.relays.update(origin=new)
    receive(new, CampusPage.objects.get(pk=origin.campus_id), origin.room)
    origin.delete()
    return new
