"""What a session takes: its groups, its material, the roles to be held."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ..vocabularies import Per
from .groups import USUAL_GROUP, Split, group_size, split


@dataclass(frozen=True)
class Step:
    """A step of a method."""

    title: str
    minutes: int | None = None
    grouping: str = ""
    size: int | None = None


@dataclass(frozen=True)
class Material:
    """Something that a method needs: ``quantity`` is ``None`` when nobody counted."""

    item: str
    quantity: int | None = 1
    per: str = Per.SESSION


@dataclass(frozen=True)
class Details:
    """What a method of the session says beyond the facts that composing takes.

    ``language`` is the one it says it in.
    """

    steps: tuple[Step, ...] = ()
    materials: tuple[Material, ...] = ()
    roles: tuple[tuple[str, int], ...] = ()
    language: str = ""


@dataclass
class Needed:
    """A line of the list of what to bring, or of who is needed, with the methods it is for.

    ``quantity`` is the most that one method needs: what serves once serves again. ``all_together``
    is what it takes when everything is used up, or when nobody counted, ``None``.
    """

    name: str
    language: str = ""
    quantity: int | None = None
    all_together: int | None = None
    #: The title of each method, with its language.
    methods: dict[str, str] = field(default_factory=dict)

    def add(self, quantity: int | None, method: str, language: str = "") -> None:
        """Count what one more method needs."""
        if quantity:
            self.quantity = max(self.quantity or 0, quantity)
            self.all_together = (self.all_together or 0) + quantity
        self.methods.setdefault(method, language)


def fitted(steps: Sequence[Step], minutes: int) -> list[Step]:
    """Return the steps of a method with the minutes that they have in an item of ``minutes``.

    Each keeps its share, a minute at least, and together they last exactly as long as the item.
    When a step does not say how long it lasts, or the item has fewer minutes than steps, no step
    does: a time that cannot be kept is worse than none.
    """
    known = [step.minutes for step in steps if step.minutes]
    if len(known) < len(steps) or minutes < len(steps):
        return [replace(step, minutes=None) for step in steps]
    if minutes == sum(known):
        return list(steps)
    spare, whole = minutes - len(steps), sum(known)
    ends = [spare * sum(known[: place + 1]) // whole for place in range(len(known))]
    shares = [end - begin + 1 for begin, end in zip([0, *ends], ends, strict=False)]
    return [replace(step, minutes=share) for step, share in zip(steps, shares, strict=True)]


def step_split(step: Step, people: int) -> Split | None:
    """Return the groups of a step, ``None`` when people do not part."""
    size = group_size(step.grouping, step.size)
    return split(people, size) if size else None


def number_of_groups(details: Details, people: int) -> int:
    """Return how many groups need a set of material: those of the step that makes the most.

    A method that counts material per group without saying how groups are made: groups of four.
    """
    splits = [step_split(step, people) for step in details.steps]
    numbers = [found.groups for found in splits if found]
    return max(numbers, default=split(people, USUAL_GROUP).groups)


def shopping(methods: Iterable[tuple[str, Details]], people: int) -> list[Needed]:
    """Return what to bring for (title, details) of each method, in the order of first use.

    The same item, whatever its capitals, is one line: per person it counts as many as people, per
    group as many as groups.
    """
    found: dict[str, Needed] = {}
    for title, details in methods:
        factors = {Per.PERSON: people, Per.GROUP: number_of_groups(details, people)}
        for material in details.materials:
            factor = factors.get(Per(material.per), 1) if material.per in Per.values else 1
            own = Needed(material.item.strip(), details.language)
            line = found.setdefault(_same(material.item), own)
            line.add(material.quantity and material.quantity * factor, title, details.language)
    return list(found.values())


def roles(methods: Iterable[tuple[str, Details]]) -> list[Needed]:
    """Return who is needed, each role once, with the most that one method asks for."""
    found: dict[str, Needed] = {}
    for title, details in methods:
        for name, number in details.roles:
            line = found.setdefault(_same(name), Needed(name, details.language))
            line.add(number, title, details.language)
    return list(found.values())


def _same(words: str) -> str:
    return " ".join(words.split()).casefold()
