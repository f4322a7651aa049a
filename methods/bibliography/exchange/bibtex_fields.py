"""The fields of a BibTeX entry as a CSL item, and back."""

import re
from collections.abc import Collection
from typing import Any

from ..dates import date_of_csl, read_date
from ..identifiers import bare_doi
from ..items import Item
from .bibtex_map import (
    DATES,
    FIELDS,
    HOUSES,
    JOURNALS,
    LANGUAGES,
    MONTHS,
    NAMES,
    READ_TYPES,
    VERBATIM,
    WRITE_TYPES,
)
from .bibtex_names import read_names, write_names
from .latex import escaped, plain, verbatim

Fields = dict[str, str]
_YEAR = re.compile(r"\d{4}")


def read_fields(kind: str, fields: Fields) -> tuple[Item, set[str]]:
    """Return the CSL item of an entry of type ``kind``, and the fields that it holds whole."""
    item: Item = {"type": READ_TYPES.get(kind, "document")}
    used: set[str] = set()

    def take(variable: str, *names: str) -> None:
        for name in names:
            text = value_of(name, fields[name]) if fields.get(name) else ""
            if text and variable not in item:
                item[variable] = text
                used.add(name)

    take("title", "title")
    if subtitle := plain(fields.get("subtitle", "")):
        item["title"] = f"{item['title']}: {subtitle}" if "title" in item else subtitle
        used.add("subtitle")
    if item["type"] == "thesis" and kind == "mastersthesis":
        item["genre"] = "Master’s thesis"
    take("container-title", "journal", "journaltitle", "booktitle", "maintitle")
    numbered = kind in JOURNALS or "journal" in fields or "journaltitle" in fields
    take("issue" if numbered else "number", "issue" if "issue" in fields and numbered else "number")
    for variable, names in FIELDS.items():
        take(variable, *names)
    for variable, name in NAMES.items():
        if names := read_names(fields.get(name, "")):
            item[variable] = names
            used.add(name)
    for variable, name in DATES.items():
        if date := _date(fields.get(name, "")):
            item[variable] = date
            used.add(name)
    used |= _issued(fields, item)
    return item, used


def write_fields(item: Item, taken: Collection[str] = ()) -> tuple[str, Fields]:
    """Return the type and the fields of the entry for a CSL item.

    Where a variable may have several names, those of ``taken`` are avoided.
    """
    kind = WRITE_TYPES.get(item["type"], "misc")
    fields: Fields = {}
    for variable, name in NAMES.items():
        names = item.get(variable)
        if isinstance(names, list) and names:
            fields[name] = write_names([name for name in names if isinstance(name, dict)])
    fields["title"] = escaped(str(item.get("title", "")))
    holder = "journal" if kind in JOURNALS else "booktitle"
    texts = {holder: item.get("container-title"), **_issued_fields(item)}
    texts["number"] = item.get("issue") if kind in JOURNALS else item.get("number")
    if kind not in JOURNALS and item.get("issue"):
        texts["issue"] = item["issue"]
    for variable, names in FIELDS.items():
        first = HOUSES.get(kind, "publisher") if variable == "publisher" else names[0]
        name = next((one for one in (first, *names) if one not in taken), first)
        value = item.get(variable)
        texts[name] = value.replace("-", "--") if variable == "page" and value else value
    for variable, name in DATES.items():
        texts[name] = _written(item.get(variable))
    exact = {FIELDS[variable][0] for variable in VERBATIM}
    for name, value in texts.items():
        if isinstance(value, str | int | float) and str(value):
            fields[name] = _tight(str(value)) if name in exact else escaped(str(value))
    return kind, fields


def value_of(name: str, latex: str) -> Any:
    """Return what a field says, to compare two ways of writing it."""
    if name in NAMES.values():
        return read_names(latex)
    if name in {FIELDS[variable][0] for variable in VERBATIM}:
        return bare_doi(verbatim(latex)) if name == "doi" else verbatim(latex)
    text = plain(latex)
    if name == "pages":
        return re.sub(r"\s*[-–—]+\s*", "-", text)
    return LANGUAGES.get(text.lower(), text) if name in ("language", "langid") else text


def _issued(fields: Fields, item: Item) -> set[str]:
    """Put the date of publication into ``item``; return the fields that it came from."""
    if date := _date(fields.get("date", "")):
        item["issued"] = date
        return {"date", *({"year", "month"} & set(fields) if _same(date, fields) else ())}
    year = plain(fields.get("year", ""))
    if not year:
        return set()
    if not _YEAR.fullmatch(year):
        item["issued"] = {"literal": year}
        return {"year"}
    month = _month(plain(fields.get("month", "")))
    parts = [int(year), month] if month else [int(year)]
    item["issued"] = {"date-parts": [parts]}
    return {"year", "month"} if month else {"year"}


def _issued_fields(item: Item) -> Fields:
    issued = item.get("issued")
    known = date_of_csl(issued)
    if known is None:
        literal = issued.get("literal") or issued.get("raw") if isinstance(issued, dict) else ""
        return {"year": str(literal)} if literal else {}
    first = (read_date(known[0]) or [[0]])[0]
    fields = {"year": f"{first[0]:04d}"}
    if len(first) > 1:
        fields["month"] = MONTHS[first[1] - 1]
    if len(first) > 2 or "/" in known[0] or known[1]:
        fields["date"] = _written(issued)
    return fields


def _date(latex: str) -> Item | None:
    text = latex.strip(" {}")
    circa = text.endswith("~")
    parts = read_date(text.rstrip("~")) if text else None
    return {"date-parts": parts, **({"circa": True} if circa else {})} if parts else None


def _written(date: Any) -> str:
    known = date_of_csl(date)
    return f"{known[0]}{'~' if known[1] else ''}" if known else ""


def _month(text: str) -> int:
    """The number of a month written in letters or figures, 0 when it is something else."""
    if text.isdecimal():
        return int(text) if 1 <= int(text[:4]) <= 12 else 0
    short = text[:3].lower()
    return MONTHS.index(short) + 1 if short in MONTHS and text.isalpha() else 0


def _same(date: Item, fields: Fields) -> bool:
    first = date["date-parts"][0]
    year = plain(fields.get("year", "")) in ("", f"{first[0]:04d}")
    month = _month(plain(fields.get("month", "")))
    return year and (not fields.get("month") or month == (first[1:2] or [0])[0])


def _tight(text: str) -> str:
    return text.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
