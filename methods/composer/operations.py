"""What a facilitator does to a session. Each operation takes a plan and returns another one.

None of them changes the length of the session in silence: whoever calls compares
:attr:`Plan.missing` before and after, and the page says both figures.
"""

from dataclasses import replace

from .catalogue import Catalogue
from .compose import compose
from .minutes import stretch
from .plan import LONGEST_ITEM, MOST_ITEMS, MOST_VARIANTS, Item, Kind, Plan
from .ranking import range_of

# An item is never shrunk below, even when what it holds takes longer.
LEAST = 1
ADDED_MINUTES = {Kind.BREAK: 10, Kind.LUNCH: 60, Kind.OPENING: 10, Kind.CLOSING: 10, Kind.FREE: 10}


def recompose(plan: Plan, catalogue: Catalogue) -> Plan:
    """Compose everything anew around the locked items."""
    return plan.with_items(compose(plan.wish, catalogue, plan.items))


def another(plan: Plan, catalogue: Catalogue) -> Plan:
    """Propose other methods around the locked items: the next variant that differs, if any."""
    wish = plan.wish
    for _turn in range(MOST_VARIANTS):
        wish = replace(wish, variant=wish.variant % MOST_VARIANTS + 1)
        items = compose(wish, catalogue, plan.items)
        if items != plan.items:
            return replace(plan, wish=wish, items=items)
    return plan


def move(plan: Plan, place: int, by: int) -> Plan:
    """Bring an item ``by`` places later (negative: earlier), at most to either end."""
    items = list(plan.items)
    moved = items.pop(place)
    items.insert(min(max(place + by, 0), len(items)), moved)
    return plan.with_items(items)


def remove(plan: Plan, place: int) -> Plan:
    """Take an item away; its minutes are missing from then on."""
    return plan.with_items(plan.items[:place] + plan.items[place + 1 :])


def lock(plan: Plan, place: int) -> Plan:
    """Lock an item, or unlock it."""
    return _changed(plan, place, locked=not plan.items[place].locked)


def swap(plan: Plan, place: int, method: str) -> Plan:
    """Put another method in the same place, with the same minutes.

    The note stays, it may still serve; a title that somebody gave was that of the other method.
    """
    kind = plan.items[place].kind
    kind = Kind.METHOD if kind.rests or kind == Kind.FREE else kind
    return _changed(plan, place, kind=kind, method=method, title="")


def add(plan: Plan, kind: Kind, catalogue: Catalogue, method: str = "") -> Plan:
    """Add an item at the end of the work, before the closing.

    A method gets the minutes that are missing as far as its range allows, else its shortest
    duration. A plan that is full stays as it is.
    """
    if len(plan.items) >= MOST_ITEMS:
        return plan
    item = Item(kind, ADDED_MINUTES.get(kind, LEAST), method)
    if method:
        low, high = range_of(item, catalogue)
        item = replace(item, minutes=min(max(plan.missing, low), high, LONGEST_ITEM))
    ends = plan.items and plan.items[-1].kind == Kind.CLOSING and kind != Kind.CLOSING
    place = len(plan.items) - (1 if ends else 0)
    return plan.with_items(plan.items[:place] + (item,) + plan.items[place:])


def adjust(plan: Plan, catalogue: Catalogue) -> Plan:
    """Bring the total to what was asked, without touching the locked items.

    Margins that nobody named are used up first, then what is within the range of each method;
    what is then missing becomes a margin, what is then too much is taken beyond the ranges (the
    page warns of it). When the locked items alone are too long, the total stays too long.
    """
    free = [place for place, item in enumerate(plan.items) if not item.locked]
    total = plan.wish.minutes - sum(item.minutes for item in plan.items if item.locked)
    shared = [plan.items[place].minutes for place in free]
    ranges = [range_of(plan.items[place], catalogue) for place in free]
    margins = [_is_margin(plan.items[place]) for place in free]
    used_up = [(0, now) if it else (now, now) for it, now in zip(margins, shared, strict=True)]
    within = [(0 if it else low, high) for it, (low, high) in zip(margins, ranges, strict=True)]
    beyond = [(0 if it else LEAST, LONGEST_ITEM) for it in margins]
    left = total - sum(shared)
    for limits in (used_up, within, beyond) if left < 0 else (within,):
        shared, left = stretch(shared, total, limits)
    items = list(plan.items)
    for place, minutes in zip(free, shared, strict=True):
        items[place] = replace(items[place], minutes=minutes)
    adjusted = plan.with_items([item for item in items if item.minutes > 0])
    return _with_margin(adjusted, left) if left > 0 else adjusted


def _is_margin(item: Item) -> bool:
    return item.kind == Kind.FREE and not (item.title or item.note)


def _with_margin(plan: Plan, minutes: int) -> Plan:
    """Add free minutes before the closing, in an unlocked free item when there is one."""
    for place, item in enumerate(plan.items):
        if item.kind == Kind.FREE and not item.locked:
            return _changed(plan, place, minutes=item.minutes + minutes)
    place = len(plan.items) - (1 if plan.items and plan.items[-1].kind == Kind.CLOSING else 0)
    margin = (Item(Kind.FREE, minutes),)
    return plan.with_items(plan.items[:place] + margin + plan.items[place:])


def _changed(plan: Plan, place: int, **changes: object) -> Plan:
    items = list(plan.items)
    items[place] = replace(items[place], **changes)  # type: ignore[arg-type]
    return plan.with_items(items)
