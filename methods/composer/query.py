"""A whole session as a query string, and back.

    v=1&duree=120&personnes=12&famille=understand&lieu=on_site
    &e=ouverture.10.brise-glace&e=methode.35.cinq-pourquoi.fixe&e=pause.10&…&n1=Prévoir+des+feutres

``e`` is an item: kind, minutes, then the slug of its method if any, then ``fixe`` when it is
locked (``pause.10..fixe`` without a method). ``n3`` and ``t3`` are the note and the title of the
fourth item. The same names stand in saved sessions. A form also sends ``m3`` (minutes as typed),
which takes the place of the minutes in ``e``.

Junk never raises: an item that cannot be read is left out, texts are cut at their length.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol
from urllib.parse import urlencode

from .plan import (
    ANY_DIFFICULTY,
    LAST_START,
    LONGEST_ITEM,
    MOST_ITEMS,
    Item,
    Kind,
    Plan,
    Wish,
)

VERSION = "1"
ITEM, NOTE, TITLE, MINUTES, START, SESSION_TITLE = "e", "n", "t", "m", "debut", "titre"
LOCKED = "fixe"
LONGEST_TITLE = 120
LONGEST_NOTE = 800
LONGEST_SLUG = 255
# gunicorn refuses a request line beyond 4,094 bytes; the path and the verb need some of them.
LONGEST_QUERY = 3_800
DIGITS = 6


class Pairs(Protocol):
    """What a query string, a posted form and a saved session have in common."""

    def get(self, name: str, default: str = "") -> str: ...

    def getlist(self, name: str) -> list[str]: ...


class Saved:
    """A saved session, read as if it came from a query string."""

    def __init__(self, lists: object) -> None:
        self.lists = lists if isinstance(lists, Mapping) else {}

    def getlist(self, name: str) -> list[str]:
        """Return the values of ``name``; what is not a list of words has none."""
        values = self.lists.get(name, [])
        if not isinstance(values, list):
            return []
        return [value for value in values if isinstance(value, str)]

    def get(self, name: str, default: str = "") -> str:
        """Return the last value of ``name``."""
        values = self.getlist(name)
        return values[-1] if values else default


def read_plan(data: Pairs, wish: Wish) -> Plan:
    """Return the session that ``data`` describes, for a wish that was read already."""
    items = []
    for place, text in enumerate(data.getlist(ITEM)[:MOST_ITEMS]):
        item = _item(text)
        if item is not None:
            items.append(_as_typed(item, data, place))
    return Plan(
        wish,
        tuple(items),
        _line(data.get(SESSION_TITLE, ""), LONGEST_TITLE),
        read_start(data.get(START, "")),
    )


def pairs_of(plan: Plan) -> list[tuple[str, str]]:
    """Return the parameters of a session in order; :func:`read_plan` reads them back."""
    wish = plan.wish
    pairs = [
        ("v", VERSION),
        ("duree", str(wish.minutes)),
        ("personnes", str(wish.people)),
        ("famille", str(wish.aim)),
        ("lieu", str(wish.format)),
    ]
    if wish.difficulty != ANY_DIFFICULTY:
        pairs.append(("difficulte", str(wish.difficulty)))
    if wish.variant > 1:
        pairs.append(("variante", str(wish.variant)))
    if plan.start is not None:
        pairs.append((START, clock(plan.start)))
    if plan.title:
        pairs.append((SESSION_TITLE, plan.title))
    pairs += [(ITEM, text_of(item)) for item in plan.items]
    for place, item in enumerate(plan.items):
        for name, words in ((TITLE, item.title), (NOTE, item.note)):
            if words:
                pairs.append((f"{name}{place}", words))
    return pairs


def query_of(plan: Plan) -> str:
    """Return the session as a query string, without the question mark."""
    return urlencode(pairs_of(plan))


def state_of(plan: Plan) -> dict[str, list[str]]:
    """Return the session as it is saved: its parameters by name."""
    state: dict[str, list[str]] = {}
    for name, value in pairs_of(plan):
        state.setdefault(name, []).append(value)
    return state


def read_start(text: str) -> int | None:
    """Return ``9:30`` or ``9h30`` as minutes after midnight, ``None`` for anything else."""
    hours, _sign, minutes = text.strip().lower().replace("h", ":").partition(":")
    hour, minute = _number(hours.strip()), _number(minutes.strip() or "0")
    if hour is None or minute is None or minute > 59 or not 0 <= hour * 60 + minute <= LAST_START:
        return None
    return hour * 60 + minute


def clock(minutes: int) -> str:
    """Return minutes after midnight as ``09:30``; past midnight it begins again."""
    hour, minute = divmod(minutes % (24 * 60), 60)
    return f"{hour:02}:{minute:02}"


def text_of(item: Item) -> str:
    """Return an item without its words, as it stands in the address."""
    parts = [item.kind.value, str(item.minutes), item.method, LOCKED if item.locked else ""]
    return ".".join(parts).rstrip(".")


def _item(text: str) -> Item | None:
    kind, minutes, method, locked = (text.replace("\0", "").split(".") + [""] * 4)[:4]
    duration = _number(minutes)
    if kind not in Kind.values or duration is None or not 0 < duration <= LONGEST_ITEM:
        return None
    return Item(Kind(kind), duration, method[:LONGEST_SLUG], locked=locked == LOCKED)


def _as_typed(item: Item, data: Pairs, place: int) -> Item:
    typed = _number(data.get(f"{MINUTES}{place}", ""))
    minutes = typed if typed and typed <= LONGEST_ITEM else item.minutes
    title = _line(data.get(f"{TITLE}{place}", ""), LONGEST_TITLE)
    note = data.get(f"{NOTE}{place}", "").replace("\0", "").replace("\r\n", "\n")
    return replace(item, minutes=minutes, title=title, note=note.strip()[:LONGEST_NOTE])


def _line(text: str, longest: int) -> str:
    return " ".join(text.replace("\0", "").split())[:longest]


def _number(text: str) -> int | None:
    """Return a whole number in plain digits; ``None`` for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= DIGITS else None
