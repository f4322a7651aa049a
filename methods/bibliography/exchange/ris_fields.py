"""The lines of a RIS record as a CSL item, and back."""

import re
from typing import Any

from ..dates import date_of_csl, read_date
from ..identifiers import bare_doi
from ..items import Item
from .ris_map import DATES, NAMES, READ_TYPES, TAGS, WITH_BOOK_TITLE, WRITE_TYPES

Lines = list[tuple[str, str]]
_SUFFIX = re.compile(r"(?:jr|sr|[ivx]+)\.?", re.IGNORECASE)


def read_lines(kind: str, lines: Lines) -> tuple[Item, Lines]:
    """Return the CSL item of a record of type ``kind``, and the lines that it does not hold."""
    item: Item = {"type": READ_TYPES.get(kind, "document")}
    left = [(tag, value) for tag, value in lines if value]

    def take(*tags: str) -> str:
        for tag in tags:
            for place, (name, value) in enumerate(left):
                if name == tag:
                    del left[place]
                    return value
        return ""

    for variable, tags in TAGS.items():
        usable = tags
        if variable == "title" and item["type"] not in WITH_BOOK_TITLE:
            usable = tags[:2]
        if value := take(*usable):
            item[variable] = bare_doi(value) if variable == "DOI" else value
    first, last = take("SP"), take("EP")
    if first or last:
        item["page"] = f"{first}-{last}" if first and last else first or last
    if number := take("SN"):
        item["ISBN" if _is_isbn(number) else "ISSN"] = number
    for variable, tags in NAMES.items():
        names = [_name(value) for tag, value in left if tag in tags]
        if names:
            item[variable] = names
            left = [(tag, value) for tag, value in left if tag not in tags]
    words = [value for tag, value in left if tag == "KW"]
    if words:
        item["keyword"] = ", ".join(words)
        if not any("," in word for word in words):
            left = [(tag, value) for tag, value in left if tag != "KW"]
    left = _take_dates(item, left)
    return item, left


def write_lines(item: Item) -> tuple[str, Lines]:
    """Return the type and the lines of the record for a CSL item."""
    lines: Lines = []
    for variable, tags in NAMES.items():
        names = item.get(variable)
        for name in names if isinstance(names, list) else ():
            if isinstance(name, dict):
                lines.append((tags[0], _written_name(name)))
    for variable, tags in TAGS.items():
        if isinstance(item.get(variable), str | int | float):
            lines.append((tags[0], str(item[variable])))
    lines += _written_dates(item)
    first, _dash, last = str(item.get("page", "")).partition("-")
    lines += [("SP", first.strip()), ("EP", last.strip())]
    lines += [("SN", str(item.get(variable, ""))) for variable in ("ISBN", "ISSN")]
    lines += [("KW", word.strip()) for word in str(item.get("keyword", "")).split(",")]
    flat = [(tag, " ".join(value.split())) for tag, value in lines]
    return WRITE_TYPES.get(item["type"], "GEN"), [(tag, value) for tag, value in flat if value]


def _name(text: str) -> dict[str, str]:
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1:
        return {"literal": parts[0]}
    name = {"family": parts[0]}
    rest = parts[1:]
    if len(rest) > 1 and _SUFFIX.fullmatch(rest[-1]):
        name["suffix"] = rest.pop()
    if given := ", ".join(rest).strip(", "):
        name["given"] = given
    return name if name["family"] else {"literal": text.strip(" ,")}


def _written_name(name: dict[str, str]) -> str:
    if name.get("literal"):
        # A comma would cut the name in two.
        return name["literal"].replace(",", " ")
    family = " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family"))))
    given = " ".join(filter(None, (name.get("given"), name.get("dropping-particle"))))
    return ", ".join([family, given, *([name["suffix"]] if name.get("suffix") else [])])


def _is_isbn(number: str) -> bool:
    return len(re.sub(r"[^\dXx]", "", number)) >= 10 and not re.match(r"\d{4}-\d{3}[\dX]\b", number)


def _take_dates(item: Item, left: Lines) -> Lines:
    for variable, tags in DATES.items():
        found = [(tag, value) for wanted in tags for tag, value in left if tag == wanted]
        for tag, value in found:
            date = _date(value)
            if date is None:
                continue
            if variable not in item:
                item[variable] = date
            if (
                item[variable]["date-parts"][0][: len(date["date-parts"][0])]
                == date["date-parts"][0]
            ):
                left.remove((tag, value))
        if variable == "issued" and found and variable not in item:
            item[variable] = {"literal": found[0][1]}
            left.remove(found[0])
    return left


def _date(text: str) -> Item | None:
    """“2018/05/03/”, “2018-05”, “2018///”."""
    parts = [part for part in re.split(r"[/-]", text.strip()) if part.strip()]
    numbers = "-".join(part.zfill(4 if n == 0 else 2) for n, part in enumerate(parts[:3]))
    found = read_date(numbers) if len(parts) <= 3 else None
    return {"date-parts": found} if found else None


def _written_dates(item: Item) -> Lines:
    lines: Lines = []
    for variable, tag in (("issued", "DA"), ("accessed", "Y2")):
        known = date_of_csl(item.get(variable))
        parts = (read_date(known[0]) or [[]])[0] if known else []
        if parts:
            day = "/".join(f"{part:02d}" for part in parts)
            lines += [("PY", f"{parts[0]:04d}")] if variable == "issued" else []
            lines += [(tag, day + "/" * (3 - len(parts)))]
        elif isinstance(item.get(variable), dict) and item[variable].get("literal"):
            lines.append(("PY" if variable == "issued" else tag, str(item[variable]["literal"])))
    return lines


def custom_of(item: Item, name: str) -> Any:
    """Return what a format left under ``custom``, ``None`` without."""
    custom = item.get("custom")
    return custom.get(name) if isinstance(custom, dict) else None
