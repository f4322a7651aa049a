"""An item as the CSL processor can take it, whatever an imported file put in it.

citeproc-py 0.11 stops on a variable of names that it does not know, on ranges of dates and on
parts of another type than it expects. It puts text into HTML as it is: the three characters that
HTML gives a meaning to are replaced here and written properly at the end (``readable``).
"""

import re
from html import escape
from typing import Any

from citeproc import DATES, NAMES, VARIABLES

from .dates import date_of_csl, read_date
from .items import Item
from .vocabulary import CslType

# Characters of the private use area, which no text has once those have been taken out of it.
STAND_INS = {"<": "\ue000", ">": "\ue001", "&": "\ue002"}
_IN = str.maketrans({**STAND_INS, **dict.fromkeys("\ue003\ue004\0", "")})
_OUT = {stand_in: escape(sign) for sign, stand_in in STAND_INS.items()}
# The formatting that CSL-JSON allows inside of text.
_MARKS = re.compile("\ue000(/?(?:i|b|sup|sub))\ue001")
_NAME_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix")
LONGEST = 5_000


def prepared(item: Item, language: str) -> Item:
    """Return ``item`` with what the processor knows, in a form that it can read."""
    kind = item.get("type")
    found: Item = {"id": "item", "type": kind if kind in CslType.values else "document"}
    for name, value in item.items():
        variable = name.replace("-", "_")
        if variable in NAMES:
            found[name] = _names(value)
        elif variable in DATES:
            found[name] = _date(value)
        elif variable in VARIABLES and isinstance(value, str | int | float):
            found[name] = text(str(value))
    if "event-title" in item and "event" not in found:
        found["event"] = text(str(item["event-title"]))
    if "director" in item and not found.get("author"):
        found["author"] = _names(item["director"])
    if found.get("edition", "").isdecimal():
        found["edition"] = _edition(int(found["edition"][:4]), language)
    if "number" in found:
        # With a plain hyphen “2016-1321” would be two numbers.
        found["number"] = found["number"].replace("-", "\u2011")
    return {name: value for name, value in found.items() if value}


def text(words: str) -> str:
    """Return text without what HTML would read as its own."""
    return " ".join(
        words[:LONGEST].translate(str.maketrans("", "", "\ue000\ue001\ue002")).split()
    ).translate(_IN)


def readable(html: str) -> str:
    """Return what the processor wrote with every character of the items as HTML writes it."""
    html = _MARKS.sub(r"<\1>", html.replace("&amp;", "&").replace("&", "&amp;"))
    for stand_in, entity in _OUT.items():
        html = html.replace(stand_in, entity)
    return html


def _names(value: Any) -> list[dict[str, str]]:
    names = []
    for name in value if isinstance(value, list) else ():
        if not isinstance(name, dict):
            continue
        literal = name.get("literal")
        parts = ("literal",) if isinstance(literal, str) and literal else _NAME_PARTS
        kept = {p: text(name[p]) for p in parts if isinstance(name.get(p), str) and name[p]}
        if "family" in kept or "literal" in kept:
            names.append(kept)
        elif kept:
            names.append({"literal": " ".join(kept.values())})
    return names


def _date(value: Any) -> Item | None:
    """One date; of a range what both ends share, or the two years."""
    known = date_of_csl(value)
    if known is None:
        words = value.get("literal") or value.get("raw") if isinstance(value, dict) else None
        return {"literal": text(str(words))} if words else _season(value)
    parts = read_date(known[0]) or [[]]
    if len(parts) == 1:
        return {"date-parts": parts, "circa": known[1]}
    first, last = parts
    shared = [a for n, a in enumerate(first) if first[: n + 1] == last[: n + 1]]
    return {"date-parts": [shared]} if shared else {"literal": f"{first[0]}–{last[0]}"}


def _season(value: Any) -> Item | None:
    try:
        return {"date-parts": [[int(str(value["date-parts"][0][0]))]]}
    except (KeyError, IndexError, TypeError, ValueError):
        return None


def _edition(number: int, language: str) -> str:
    """“2ᵉ éd.”: the processor knows English ordinals alone."""
    if language == "fr":
        return f"{number}{'ʳᵉ' if number == 1 else 'ᵉ'} éd."
    teens = number % 100 in (11, 12, 13)
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} ed."
