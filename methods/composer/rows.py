"""A session as its pages show it: each item with its time, its method, its groups, its doubts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..models.families import Family
from .catalogue import Catalogue, Fact
from .facts import Known
from .groups import Split
from .plan import Item, Plan
from .preparation import Details, Needed, Step, fitted, roles, shopping, step_split
from .query import text_of
from .ranking import alternatives
from .remarks import Remark, remarks


@dataclass
class Row:
    """An item at its ``place``, ``before`` minutes after the beginning.

    ``fact`` and ``known`` are ``None`` without a method, and when the method is gone.
    """

    place: int
    before: int
    item: Item
    fact: Fact | None
    known: Known | None
    steps: list[tuple[Step, Split | None]]
    remarks: list[Remark] = field(default_factory=list)
    alternatives: list[Fact] = field(default_factory=list)

    @property
    def splits(self) -> list[str]:
        """The groups that people part in, each way once."""
        return list(dict.fromkeys(str(split) for _step, split in self.steps if split))

    @property
    def gone(self) -> bool:
        """Whether there was a method which can no longer be seen."""
        return bool(self.item.method) and self.fact is None

    @property
    def number(self) -> int:
        """Its place as people count."""
        return self.place + 1

    @property
    def code(self) -> str:
        """The item as it stands in the address."""
        return text_of(self.item)

    @property
    def family(self) -> str:
        """What its method helps to do."""
        return Family(self.fact.family).label if self.fact else ""

    @property
    def swap(self) -> str:
        """The order that puts another method here, but for the method."""
        return f"remplacer.{self.place}"

    @property
    def after(self) -> int:
        """The minutes from the beginning of the session to the end of the item."""
        return self.before + self.item.minutes


@dataclass
class Sheet:
    """All that a page shows of a session."""

    plan: Plan
    rows: list[Row]
    remarks: list[Remark]
    shopping: list[Needed]
    roles: list[Needed]


def sheet_of(
    plan: Plan, catalogue: Catalogue, known: Mapping[str, Known], *, swaps: bool = False
) -> Sheet:
    """Return the session for its pages; ``swaps`` looks for alternatives to each method."""
    people = plan.wish.people
    rows = []
    for place, (before, item) in enumerate(plan.timed()):
        fact = catalogue.get(item.method)
        found = known.get(item.method) if fact else None
        own = fitted(found.details.steps, item.minutes) if found else []
        steps = [(step, _parting(step, people)) for step in own]
        rows.append(Row(place, before, item, fact, found, steps))
        if swaps and not item.kind.rests:
            rows[-1].alternatives = alternatives(plan, place, catalogue)
    whole = []
    for remark in remarks(plan, catalogue):
        (whole if remark.place is None else rows[remark.place].remarks).append(remark)
    methods: list[tuple[str, Details]] = [
        (row.fact.title, row.known.details) for row in rows if row.fact and row.known
    ]
    return Sheet(plan, rows, whole, shopping(methods, people), roles(methods))


def _parting(step: Step, people: int) -> Split | None:
    """Return the groups of a step; one group of everybody is none."""
    found = step_split(step, people)
    return found if found and found.groups > 1 else None
