"""What a button of the composer asks for: ``monter.3``, ``remplacer.3.cinq-pourquoi``."""

from collections.abc import Callable

from . import operations
from .catalogue import Catalogue
from .plan import MOST_ITEMS, Kind, Plan
from .query import LONGEST_SLUG
from .ranking import PARTS

# Where the page is shown again: at an item, at its head, or at what was asked.
HEAD, WISH = "seance", "demande"
KINDS = {part: kind for kind, part in PARTS.items()}


def perform(plan: Plan, catalogue: Catalogue, order: str) -> tuple[Plan, str]:
    """Return the plan after ``order``, and the fragment of the page to go to.

    What cannot be understood, or no longer makes sense, changes nothing.
    """
    verb, argument, method = (order[: 2 * LONGEST_SLUG].split(".", 2) + ["", ""])[:3]
    if verb in _WHOLE:
        return _WHOLE[verb](plan, catalogue), HEAD
    if verb == "ajouter":
        return _add(plan, catalogue, argument)
    place = int(argument) if argument.isascii() and argument.isdigit() else MOST_ITEMS
    if len(argument) > 2 or place >= len(plan.items):
        return plan, HEAD
    if verb == "remplacer" and method in catalogue:
        return operations.swap(plan, place, method), piece(place)
    if verb == "retirer" and len(plan.items) > 1:
        return operations.remove(plan, place), piece(min(place, len(plan.items) - 2))
    if verb == "verrouiller":
        return operations.lock(plan, place), piece(place)
    if verb in _STEPS:
        after = min(max(place + _STEPS[verb], 0), len(plan.items) - 1)
        return operations.move(plan, place, _STEPS[verb]), piece(after)
    return plan, HEAD


def piece(place: int) -> str:
    """Return the fragment of the item at ``place``."""
    return f"piece-{place}"


def _add(plan: Plan, catalogue: Catalogue, what: str) -> tuple[Plan, str]:
    """Add an empty item of a kind, or the method called ``what``."""
    if what in Kind.values and what != Kind.METHOD:
        added = operations.add(plan, Kind(what), catalogue)
    elif what in catalogue:
        kind = KINDS.get(catalogue[what].part, Kind.METHOD)
        added = operations.add(plan, kind, catalogue, what)
    else:
        return plan, HEAD
    new = [place for place, item in enumerate(added.items) if item not in plan.items]
    return added, piece(new[-1] if new else len(added.items) - 1)


_WHOLE: dict[str, Callable[[Plan, Catalogue], Plan]] = {
    "recomposer": operations.recompose,
    "autrement": operations.another,
    "ajuster": operations.adjust,
}
_STEPS = {"monter": -1, "descendre": 1}
