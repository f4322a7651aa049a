"""BibTeX and biblatex files."""

import logging
import re
from typing import Any

from bibtexparser import parse_string
from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, ParsingFailedBlock
from django.utils.translation import gettext as _

from ..items import Item
from .bibtex_fields import read_fields, value_of, write_fields
from .bibtex_map import READ_TYPES
from .entries import Entry, Reading
from .latex import balanced

# What it warns of is in the file of an editor, who is told by us.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

#: What a field inherits from the entry that ``crossref`` names (the book, the proceedings).
_INHERITED = {"booktitle": "title", **{n: n for n in ("publisher", "year", "date", "editor")}}
_INHERITED |= {name: name for name in ("address", "location", "series", "isbn", "volume")}
_BAD_KEY = re.compile(r"[\s,{}\"#%~\\=()']+")
_MONTH = re.compile(r"[a-z]{3}")


def read_bibtex(text: str) -> Reading:
    """Return the entries of a file; one that is broken leaves the others."""
    reading = Reading("bibtex")
    library = parse_string(text)
    for block in library.failed_blocks:
        if isinstance(block, DuplicateBlockKeyBlock) and hasattr(
            block.ignore_error_block, "fields"
        ):
            _add(reading, block.ignore_error_block, {})
        else:
            reading.refuse((block.start_line or 0) + 1, _why(block))
    parents = {entry.key.lower(): _raw(entry) for entry in library.entries}
    for entry in library.entries:
        _add(reading, entry, parents)
    reading.entries.sort(key=lambda entry: entry.line)
    return reading


def write_bibtex(items: list[Item]) -> str:
    """Return the items as a file, each with the fields that only BibTeX has."""
    return "\n".join(_written(item) for item in items)


def _add(reading: Reading, entry: Any, parents: dict[str, dict[str, str]]) -> None:
    line = (entry.start_line or 0) + 1
    fields = _raw(entry)
    parent = parents.get(fields.get("crossref", "").lower(), {})
    whole = {n: parent[o] for n, o in _INHERITED.items() if o in parent} | fields
    kind = entry.entry_type.lower()
    try:
        item, used = read_fields(kind, whole)
    except (ValueError, RecursionError, IndexError):
        reading.refuse(line, _("This entry has LaTeX that cannot be read. Simplify it."))
        return
    kept = _to_keep(item, kind, fields, used)
    if kept:
        item["custom"] = {"bibtex": kept}
    reading.entries.append(Entry(line, {"id": entry.key, **item}))


def _raw(entry: Any) -> dict[str, str]:
    return {field.key.lower(): str(field.value) for field in entry.fields}


def _to_keep(item: Item, kind: str, fields: dict[str, str], used: set[str]) -> dict[str, str]:
    """What could not be written again from the item alone."""
    new_kind, rebuilt = write_fields(item)
    kept = {} if kind == new_kind else {"ENTRYTYPE": kind}
    for name, latex in fields.items():
        again = rebuilt.get(name)
        other = again is not None and again != latex and _same(name, latex, again)
        if balanced(latex) and (name not in used or other):
            kept[name] = latex
    return kept


def _written(item: Item) -> str:
    custom = item.get("custom")
    kept = custom.get("bibtex") if isinstance(custom, dict) else None
    kept = {str(n): str(v) for n, v in kept.items()} if isinstance(kept, dict) else {}
    kind, fields = write_fields(item)
    others = [n for n, v in kept.items() if n in fields and not _same(n, v, fields[n])]
    kind, fields = write_fields(item, others)
    original = kept.pop("ENTRYTYPE", kind)
    if re.fullmatch(r"[a-z]+", original) and READ_TYPES.get(original, "document") == item["type"]:
        kind = original
    for name, latex in kept.items():
        if not re.fullmatch(r"[a-z][\w:+-]*", name) or not balanced(latex):
            continue
        if name not in fields or _same(name, latex, fields[name]):
            fields[name] = latex
    key = _BAD_KEY.sub("_", str(item["id"])).strip("_") or "reference"
    lines = [f"  {name} = {_enclosed(name, value)},\n" for name, value in fields.items() if value]
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"


def _same(name: str, latex: str, rebuilt: str) -> bool:
    try:
        return bool(value_of(name, latex) == value_of(name, rebuilt))
    except (ValueError, RecursionError, IndexError):
        return False


def _enclosed(name: str, value: str) -> str:
    return value if name == "month" and _MONTH.fullmatch(value) else f"{{{value}}}"


def _why(block: ParsingFailedBlock) -> str:
    if isinstance(block, DuplicateFieldKeyBlock):
        names = ", ".join(sorted(block.duplicate_keys))
        return _("A field stands twice in this entry (%(names)s). Leave one.") % {"names": names}
    return _(
        "This entry is broken: a brace, a quotation mark or a comma is missing in it or just "
        "before it. Compare it with one that is read."
    )
