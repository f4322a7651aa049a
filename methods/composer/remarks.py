"""What a facilitator should know before the session begins."""

from dataclasses import dataclass
from enum import StrEnum

from .catalogue import Catalogue, Fact
from .frame import LONGEST_STRETCH
from .plan import Item, Plan


class About(StrEnum):
    """What a remark is about; the words for people are in the template ``remark.html``."""

    TOTAL = "total"
    GONE = "gone"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    TOO_FEW = "too_few"
    TOO_MANY = "too_many"
    FORMAT = "format"
    HARD = "hard"
    NO_BREAK = "no_break"


@dataclass(frozen=True)
class Remark:
    """A remark on the item at ``place`` (``None``: on the whole), with the limit it is about."""

    about: About
    place: int | None = None
    limit: int = 0


def remarks(plan: Plan, catalogue: Catalogue) -> list[Remark]:
    """Return what does not fit, that of the whole session first, then item after item."""
    found = [Remark(About.TOTAL, None, plan.missing)] if plan.missing else []
    found += _without_break(plan)
    for place, item in enumerate(plan.items):
        if item.method:
            fact = catalogue.get(item.method)
            found += _of(item, fact, plan, place) if fact else [Remark(About.GONE, place)]
    return found


def _of(item: Item, fact: Fact, plan: Plan, place: int) -> list[Remark]:
    """Return the remarks on a method: only declared limits count."""
    wish = plan.wish
    doubts = (
        (About.TOO_SHORT, fact.minutes_min, item.minutes < (fact.minutes_min or 0)),
        (About.TOO_LONG, fact.minutes_max, item.minutes > (fact.minutes_max or item.minutes)),
        (About.TOO_FEW, fact.people_min, wish.people < (fact.people_min or 0)),
        (About.TOO_MANY, fact.people_max, wish.people > (fact.people_max or wish.people)),
        (About.FORMAT, 0, not fact.serves(wish.format)),
        (About.HARD, 0, bool(wish.difficulty) and (fact.difficulty or 0) > wish.difficulty),
    )
    return [Remark(about, place, limit or 0) for about, limit, found in doubts if found]


def _without_break(plan: Plan) -> list[Remark]:
    """Return one remark for each stretch of work that is too long, at its last item."""
    found, worked = [], 0
    for place, item in enumerate(plan.items):
        worked = 0 if item.kind.rests else worked + item.minutes
        ends = place + 1 == len(plan.items) or plan.items[place + 1].kind.rests
        if ends and worked > LONGEST_STRETCH:
            found.append(Remark(About.NO_BREAK, place, worked))
    return found
