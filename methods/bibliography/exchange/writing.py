"""Writes references in the formats that other software reads."""

from collections.abc import Callable
from dataclasses import dataclass

from ..items import Item
from .bibtex import write_bibtex
from .csl_json import write_csl_json
from .ris import write_ris


@dataclass(frozen=True)
class Format:
    """A format: what people call it, its media type, what writes it. Files are in UTF-8."""

    label: str
    media_type: str
    write: Callable[[list[Item]], str]


#: By the end of the file's name.
FORMATS = {
    "bib": Format("BibTeX", "application/x-bibtex", write_bibtex),
    "ris": Format("RIS", "application/x-research-info-systems", write_ris),
    "json": Format("CSL-JSON", "application/vnd.citationstyles.csl+json", write_csl_json),
}


def write(ending: str, items: list[Item]) -> str:
    """Return the items in the format of this ending; each key once, in the order given."""
    taken: set[str] = set()
    unique = []
    for item in items:
        key, number = str(item["id"]), 2
        while key in taken:
            key, number = f"{item['id']}-{number}", number + 1
        taken.add(key)
        unique.append({**item, "id": key})
    return FORMATS[ending].write(unique)
