"""CSL-JSON: a list of items."""

import json
from typing import Any

from django.utils.translation import gettext as _

from ..items import Item
from ..vocabulary import ALL_DATES, NAME_VARIABLES, TEXT_VARIABLES, CslType
from .entries import Entry, Reading

_BLANK = " \t\r\n"
_TEXTS = {"title", *TEXT_VARIABLES.values()}


def read_csl_json(text: str) -> Reading:
    """Return the items of a file, read one by one so that a fault has its line."""
    reading = Reading("csl-json")
    decoder = json.JSONDecoder(parse_constant=_refuse_constant, parse_float=_finite)
    place = _skip(text, 0)
    alone = text[place : place + 1] != "["
    place = place if alone else _skip(text, place + 1)
    line, counted = 1, 0
    while place < len(text) and text[place] != "]":
        line, counted = line + text.count("\n", counted, place), place
        try:
            item, place = decoder.raw_decode(text, place)
        except json.JSONDecodeError as error:
            reading.refuse(error.lineno, _("This is not JSON from here on: %s.") % error.msg)
            return reading
        except (ValueError, RecursionError):
            reading.refuse(line, _("This item has a value that JSON does not know."))
            return reading
        _add(reading, line, item)
        place = _skip(text, place)
        if alone or text[place : place + 1] == "]":
            break
        if text[place : place + 1] != ",":
            reading.refuse(text.count("\n", 0, place) + 1, _("A comma or the final ] is missing."))
            return reading
        place = _skip(text, place + 1)
    return reading


def write_csl_json(items: list[Item]) -> str:
    """Return the items as a file."""
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _add(reading: Reading, line: int, item: Any) -> None:
    wrapped = item.get("items") if isinstance(item, dict) else None
    if isinstance(wrapped, list | dict) and "title" not in item:
        # As Zotero's services and others wrap a list of items.
        for inner in wrapped.values() if isinstance(wrapped, dict) else wrapped:
            _add(reading, line, inner)
        return
    if not isinstance(item, dict):
        reading.refuse(line, _("An item is an object between { and }."))
    elif fault := _fault(item):
        reading.refuse(line, fault)
    else:
        reading.entries.append(Entry(line, item))


def _fault(item: dict[str, Any]) -> str:
    """What keeps an object from being an item of CSL, empty when nothing does."""
    if item.get("type") and item["type"] not in CslType.values:
        return (
            _("“%s” is no type of CSL. Write “document”, or another that fits.")
            % str(item["type"])[:60]
        )
    whole = json.dumps(item, ensure_ascii=False)
    if "\\u0000" in whole or any("\ud800" <= sign <= "\udfff" for sign in whole):
        return _("It has characters that are none: null, or half of one.")
    for name, value in item.items():
        if value is None:
            continue
        if name in NAME_VARIABLES:
            right = isinstance(value, list) and all(isinstance(one, dict) for one in value)
        elif name in ALL_DATES:
            right = isinstance(value, dict)
        else:
            # What CSL does not know is nobody's to judge: it is kept as it is.
            right = name not in _TEXTS or isinstance(value, str | int | float)
        if not right:
            return _("“%s” has not the form that CSL gives it.") % name[:60]
    return ""


def _skip(text: str, place: int) -> int:
    while place < len(text) and text[place] in _BLANK:
        place += 1
    return place


def _finite(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError(text)
    return number


def _refuse_constant(name: str) -> None:
    raise ValueError(name)
