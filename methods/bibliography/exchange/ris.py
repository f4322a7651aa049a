"""RIS files."""

import re
from typing import Any

from django.utils.translation import gettext as _
from rispy import RisParser, RisWriter

from ..items import Item
from .entries import Entry, Reading
from .ris_fields import Lines, custom_of, read_lines, write_lines
from .ris_map import READ_TYPES

_START = re.compile(r"^TY  ?- ?", re.MULTILINE)
_END = re.compile(r"^ER  ?-", re.MULTILINE)
_NUMBER = re.compile(r"\d+\.?")
_TAG = re.compile(r"[A-Z][A-Z0-9]")


class _Parser(RisParser):
    """Keeps every tag with all its values, known or not; a line without tag goes on."""

    def _add_tag(
        self, record: Any, tag: str | None, content: str, extend_multiline: bool = False
    ) -> None:
        lines = record.setdefault("lines", [])
        if extend_multiline and lines:
            lines[-1][1].append(content)
        elif tag:
            lines.append((tag, [content]))


class _Writer(RisWriter):
    """Writes no number before a record, and the line ends that the format asks for."""

    NEWLINE = "\r\n"

    def set_header(self, count: int) -> str:
        return ""

    def _format_reference(self, ref: Any, count: int, n: int) -> Any:
        yield self._format_line(self.START_TAG, ref["type"])
        yield from (self._format_line(tag, value) for tag, value in ref["lines"])
        yield self._format_line(self.END_TAG)
        yield ""


def read_ris(text: str) -> Reading:
    """Return the records of a file; one that is broken leaves the others."""
    reading = Reading("ris")
    starts = [found.start() for found in _START.finditer(text)]
    if text[: starts[0]].strip() and not _NUMBER.fullmatch(text[: starts[0]].strip()):
        reading.remarks.append(_("What stands before the first line “TY  - …” was left out."))
    line, counted = 1, 0
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        line, counted = line + text.count("\n", counted, start), start
        record = text[start:end]
        if not _END.search(record):
            reading.refuse(line, _("This record has no end: add a line “ER  - ” after it."))
            continue
        found = _Parser().parse(re.sub(r"^([A-Z][A-Z0-9]) -", r"\1  -", record, flags=re.M))
        if not found:
            reading.refuse(line, _("This record cannot be read."))
            continue
        kind = next(iter(found[0].values())).strip()
        lines = [(tag, " ".join(" ".join(p).split())) for tag, p in found[0].get("lines", [])]
        item, left = read_lines(kind, lines)
        key = next((value for tag, value in left if tag == "ID"), "")
        kept: list[list[str]] = [[tag, value] for tag, value in left if tag != "ID"]
        if write_lines(item)[0] != kind:
            kept.insert(0, ["TY", kind])
        if kept:
            item["custom"] = {"ris": kept}
        reading.entries.append(Entry(line, {"id": key, **item}))
    return reading


def write_ris(items: list[Item]) -> str:
    """Return the items as a file, each with the lines that only RIS has."""
    return _Writer().formats([_record(item) for item in items])


def _record(item: Item) -> dict[str, Any]:
    kind, lines = write_lines(item)
    kept = _kept(item)
    words = [value for tag, value in kept if tag == "KW"]
    whole = ", ".join(words) == " ".join(str(item.get("keyword", "")).split())
    if words and whole:
        # As they came: a word may itself have a comma.
        lines = [(tag, value) for tag, value in lines if tag != "KW"]
    else:
        kept = [(tag, value) for tag, value in kept if tag != "KW"]
    lines.append(("ID", " ".join(str(item["id"]).split())))
    for tag, value in kept:
        if tag == "TY":
            same = READ_TYPES.get(value, "document") == item["type"]
            kind = value if same else kind
        elif (tag, value) not in lines:
            lines.append((tag, value))
    return {"type": kind, "lines": lines}


def _kept(item: Item) -> Lines:
    kept = custom_of(item, "ris")
    pairs = (
        [pair for pair in kept if isinstance(pair, list) and len(pair) == 2]
        if isinstance(kept, list)
        else []
    )
    flat = [(str(tag), " ".join(str(value).split())) for tag, value in pairs]
    return [(tag, value) for tag, value in flat if _TAG.fullmatch(tag) and tag != "ER" and value]
